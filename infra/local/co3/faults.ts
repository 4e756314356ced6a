import type { HostileAnswer } from './hostile.ts';

/** What goes wrong with a call. */
export type FaultKind =
  | { readonly kind: 'refuse'; readonly code: number; readonly text?: string | undefined }
  /** The answer comes later by so much; the work is done at once. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** No answer, and the work is done so much later; `hang` where not said. What a read asks for is lost. */
  | { readonly kind: 'late-commit'; readonly ms: number; readonly how?: 'hang' | 'reset' | undefined }
  /** The work is done, and something else comes in the place of its answer. */
  | { readonly kind: 'hostile-answer'; readonly as: HostileAnswer }
  /** A read shows what was there so long ago. */
  | { readonly kind: 'stale-read'; readonly ms: number }
  | {
      readonly kind:
        | 'commit-then-cut'
        | 'commit-then-html'
        | 'reset'
        | 'timeout-before-commit'
        | 'hang-after-commit'
        | '503'
        | 'truncated-xml';
    };

/** `nth` call of the method from then on (1 where not said) and `times` calls running (1; null: until the faults are cleared). */
export type FaultRule = FaultKind & {
  readonly method?: string | undefined;
  readonly nth?: number | undefined;
  readonly times?: number | null | undefined;
};

export interface ActiveFault {
  readonly rule: FaultRule;
  /** Calls that matched so far. */
  readonly seen: number;
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault that this call meets; every rule that matches counts the call. */
  meet(method: string): FaultRule | undefined;
  active(): readonly ActiveFault[];
}

const READ_BACK_METHODS = ['getInvoices', 'getInvoice', 'getContacts', 'getContact', 'getProduct', 'getStock'];

export const makeFaults = (): Faults => {
  let rules: readonly ActiveFault[] = [];
  return {
    add: (rule) => {
      rules = [...rules, { rule, seen: 0 }];
    },
    clear: () => {
      rules = [];
    },
    meet: (method) => {
      rules = rules.map(({ rule, seen }) => ({ rule, seen: seen + (isMeant(rule, method) ? 1 : 0) }));
      const met = rules.find(({ rule, seen }) => isMeant(rule, method) && seen >= (rule.nth ?? 1));
      rules = rules.filter(({ rule, seen }) => seen < lastOf(rule));
      return met?.rule;
    },
    active: () => rules,
  };
};

const isMeant = (rule: FaultRule, method: string): boolean =>
  rule.method === undefined ? rule.kind !== 'stale-read' || READ_BACK_METHODS.includes(method) : rule.method === method;

const lastOf = ({ nth, times }: FaultRule): number =>
  times === null ? Number.POSITIVE_INFINITY : (nth ?? 1) + (times ?? 1) - 1;

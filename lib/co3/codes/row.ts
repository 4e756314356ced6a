/** What stops: only this call (the client mends it), only this order, or the whole CO3 account. */
export type Scope = 'call' | 'message' | 'lane';

export type FixedBy = 'buyer-data' | 'settings' | 'co3-admin' | 'accountant' | 'developer';

/** Words for a person, in each language that is spoken here. */
export interface Bilingual {
  readonly en: string;
  readonly hu: string;
}

/** What a description goes on with: nothing, the names of fields, the refused value of the first field pointed at, or what is allowed. */
export type Tail = 'none' | 'field' | 'value' | 'allowed';

/** One number of CO3's error page. Names are permanent. */
export interface Co3Code {
  readonly name: string;
  /** A headline for whoever keeps the books. */
  readonly title: Bilingual;
  /** CO3's official words, without the tail. */
  readonly text: string;
  readonly module: 'common' | 'crm' | 'finance' | 'product';
  readonly scope: Scope;
  /** Null where no person is needed or could help. */
  readonly fixedBy: FixedBy | null;
  /** A letter of it raises an alarm as well. */
  readonly alarm: boolean;
  /** A read or a contact is tried again later, up to five times, before it becomes a letter. */
  readonly retried: boolean;
  readonly tail: Tail;
  /** CO3's tags that it points at where the tail names none, by our name of the method; `any` for those not listed. */
  readonly points: Readonly<Record<string, readonly string[]>>;
  /** What it points at that no tag names: a secret, a right, the plan. `{method}` stands for the method called. */
  readonly places: readonly string[];
  /** What is known to be allowed; a tail that lists values overrules it. */
  readonly allowed: readonly string[];
  /** What the bridge does by itself. */
  readonly handling: string;
  readonly advice: Bilingual;
}

const PLAIN = { alarm: false, retried: false, tail: 'none', points: {}, places: [], allowed: [] } as const;

/** What most rows of a module have in common; a row overrules it. */
export const COMMON = { ...PLAIN, module: 'common', scope: 'message' } as const;
export const CRM = { ...PLAIN, module: 'crm', scope: 'message' } as const;
export const FINANCE = { ...PLAIN, module: 'finance', scope: 'message' } as const;
export const PRODUCT = { ...PLAIN, module: 'product', scope: 'message' } as const;

import { digestOf } from '../event/digest.ts';
import { formatMinor } from '../event/money.ts';
import { toInstant } from '../event/time.ts';
import { ownLetter, type Plan } from './plan-types.ts';
import type { Look, Step } from './step-records.ts';

/** What follows while it is not known whether CO3 did what it was asked for: its search, and then a person. Pure. */
export const planUnknown = (steps: readonly Step[]): Plan | undefined => {
  const step = steps.find(({ state }) => state === 'unknown');
  if (step === undefined) return planGivenUp(steps);
  const { look } = step;
  if (look !== null && look.at !== null && (!look.isPersonAsked || look.adopt !== null))
    return { kind: 'wait', until: look.at, reason: 'OutcomeUnknown' };
  return ownLetter(
    'OutcomeUnknown',
    textOf(step, look),
    [{ path: 'documents', value: step.marker, allowed: (look?.seen ?? []).map(({ number }) => number) }],
    { purpose: step.purpose, generation: step.generation, digest: digestOf(['OutcomeUnknown', step.marker]) },
  );
};

// Before anything is sent in the place of what was given up, CO3 is searched once more.
const planGivenUp = (steps: readonly Step[]): Plan | undefined => {
  const look = steps.find(({ state, look: own }) => state === 'written-off' && own?.reads === 0)?.look;
  return look?.at == null ? undefined : { kind: 'wait', until: look.at, reason: 'OutcomeUnknown' };
};

const textOf = ({ purpose, totalMinor, currency, sentAt }: Step, look: Look | null): string => {
  const sent = `${purpose} of ${formatMinor(totalMinor, currency)} ${currency}, sent at ${toInstant(sentAt)}, got no answer.`;
  const searched =
    look === null || look.reads === 0
      ? 'CO3 was not searched for it yet.'
      : `It was not found in CO3 ${look.reads === 1 ? 'once' : `${look.reads} times`}.`;
  return [sent, searched, ...(look?.refusal == null ? [] : [look.refusal])].join(' ');
};

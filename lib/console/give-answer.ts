import { adoptDocument } from '../dead-letters/adopt.ts';
import { discardLetter } from '../dead-letters/discard.ts';
import type { LetterRefusal } from '../dead-letters/letter-refusal.ts';
import type { Answer } from '../dead-letters/possible-answers.ts';
import { redriveAndRing } from '../dead-letters/redrive-and-ring.ts';
import { sendAgain } from '../dead-letters/send-again.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { DeskDeps } from './console-env.ts';

/** Why nothing came of what a person asked: the core's reasons, and what only a form can lack. */
export type DeskRefusal = LetterRefusal['why'] | 'not-certain';

/** Gives a person's answer to a letter, and wakes the worker where something is due by it. Answers why nothing came of it, if so. */
export const giveAnswer = async (
  deps: DeskDeps,
  id: string,
  answer: Answer,
  typed: Readonly<Record<string, string>>,
): Promise<DeskRefusal | undefined> => {
  const given = await give(deps, id, answer, typed);
  if (!given.ok) return given.problem.why;
  if (given.value !== undefined) await deps.events.send({ kind: 'bell', account: given.value });
  return undefined;
};

/** The account whose worker has something to do by the answer; undefined where none has. */
type Rung = Result<string | undefined, { readonly why: DeskRefusal }>;

const give = async (
  deps: DeskDeps,
  id: string,
  answer: Answer,
  typed: Readonly<Record<string, string>>,
): Promise<Rung> => {
  const { by } = deps;
  const now = deps.clock.now();
  switch (answer) {
    case 'redrive':
    case 'accept':
    case 'take-back': {
      const done = await redriveAndRing(deps, id, by, now);
      // It has rung already.
      return done.ok ? ok(undefined) : done;
    }
    case 'discard': {
      const done = await discardLetter(deps, id, typed['reason'] ?? '', by, now);
      return done.ok ? ok(done.value.rests?.account) : done;
    }
    case 'adopt': {
      const done = await adoptDocument(deps, id, typed['as'] ?? '', by, now);
      return done.ok ? ok(done.value.account) : done;
    }
    case 'send-again':
      return giveUp(deps, id, typed, now);
    default:
      return answer satisfies never;
  }
};

const giveUp = async (
  deps: DeskDeps,
  id: string,
  typed: Readonly<Record<string, string>>,
  now: number,
): Promise<Rung> => {
  const record = await deps.ledger.read('letter', id);
  const readBack = deps.settings.accounts.get(record?.letter.account ?? '')?.readBack;
  if (record === undefined) return fail({ why: 'no-such-letter' });
  if (readBack === undefined) return fail({ why: 'not-in-settings' });
  if (typed['certain'] !== 'yes') return fail({ why: 'not-certain' });
  const done = await sendAgain(deps, id, deps.by, now, readBack);
  return done.ok ? ok(done.value.order.account) : done;
};

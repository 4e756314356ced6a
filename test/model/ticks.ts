import type { LaneRecord } from '../../lib/deliver/lane-records.ts';
import { ADDRESS_LANE } from '../../lib/deliver/lane-state.ts';
import { nextLookAt } from '../../lib/deliver/live-documents.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Plant } from './plant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The sweep leaves to its worker what is younger. */
const BROKEN_OFF_MS = 2 * MINUTE + 1;

/** The next full minute whose tick would find something to do; the others are left out, since they would do nothing. */
export const nextTickAt = (plant: Plant, isMeant: (order: OrderRecord) => boolean = () => true): number | undefined => {
  const now = plant.time.now();
  const times = [...dueTimes(plant, isMeant), ...letterTimes(plant, now)].filter((at) => at < Number.POSITIVE_INFINITY);
  if (times.length === 0) return undefined;
  const first = Math.floor(now / MINUTE) * MINUTE + MINUTE;
  return Math.max(first, Math.ceil(Math.min(...times) / MINUTE) * MINUTE);
};

/** An order that only goes on being searched for in CO3: a person has been asked, or nothing is amiss. */
export const isWatchOnly = (order: OrderRecord): boolean => {
  const { status, closing, letter, dueAt, steps } = order;
  return (
    status !== 'due' &&
    closing.length === 0 &&
    letter?.content == null &&
    dueAt !== null &&
    dueAt === nextLookAt({ steps })
  );
};

const dueTimes = ({ table }: Plant, isMeant: (order: OrderRecord) => boolean): readonly number[] => {
  const lanes = table.all('lane');
  const openAt = (account: string): number => Math.max(...lanes.filter(isOf(account)).map(freeAt), 0);
  const orders = table
    .all('order')
    .filter(isMeant)
    .flatMap(({ account, dueAt }) => (dueAt === null ? [] : [Math.max(dueAt, openAt(account))]));
  const proofs = lanes.flatMap(({ key, proof, hold }) =>
    proof.candidate === null || hold !== null ? [] : [Math.max(proof.candidate.at, openAt(key))],
  );
  return [...orders, ...proofs];
};

const isOf =
  (account: string) =>
  ({ key }: LaneRecord): boolean =>
    key === account || key === ADDRESS_LANE;

const freeAt = ({ lease, hold }: LaneRecord): number =>
  Math.max(lease?.until ?? 0, hold === null ? 0 : (hold.until ?? Number.POSITIVE_INFINITY));

const letterTimes = ({ table, deadLetters }: Plant, now: number): readonly number[] => {
  const letters = table.all('letter');
  const open = letters.filter(({ letter }) => letter.state !== 'closed');
  const isAtRest = (key: string | undefined): boolean =>
    table.all('order').some((one) => one.key === key && one.dueAt === null);
  const times = open.flatMap(({ letter, work }) => {
    if (letter.state === 'parking') return [Date.parse(letter.tries.last) + BROKEN_OFF_MS];
    if (letter.state === 'redriving' && (work === null || isAtRest(work.key)))
      return [Date.parse(letter.history.at(-1)?.at ?? '') + BROKEN_OFF_MS];
    return letter.state === 'closing' ? [now] : [];
  });
  const messages = deadLetters.count();
  // A message more than there are letters is looked for at once, and once an hour the whole queue is looked through.
  if (messages > open.filter(({ noticeAt }) => noticeAt !== null).length) return [...times, now];
  return open.length === messages ? times : [...times, Math.ceil(now / HOUR) * HOUR];
};

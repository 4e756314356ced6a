import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { causeOf } from '../../lib/dead-letters/cause.ts';
import { discardLetter } from '../../lib/dead-letters/discard.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { redriveAndRing } from '../../lib/dead-letters/redrive-and-ring.ts';
import { redriveInSteps } from '../../lib/dead-letters/redrive-in-steps.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import { isStray } from '../../lib/dead-letters/stray.ts';
import { isUndecided, soughtStep } from '../../lib/dead-letters/undecided.ts';
import { isHeld, resumed } from '../../lib/deliver/lane-state.ts';
import { releaseOrder, toReleasable } from '../../lib/deliver/release.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { correctAs } from './correct-as.ts';
import { askedFor, type DeskDeps } from './desks.ts';
import { grossMinorOf, markerOf, paidMinorOf } from './documents.ts';
import type { Plant } from './plant.ts';
import type { PersonPlan } from './story.ts';

/** Answers every open letter of that kind, all of them at once: several people may have the same one before them. */
export const doAllAs = (plant: Plant, does: PersonPlan['does']): void => {
  for (const nth of plant.table.all('letter').keys()) doAs(plant, { does, nth, atMs: 0 });
};

/** What people do: each begins here, and goes on among the workers and the others. */
export const doAs = (plant: Plant, { does, nth }: PersonPlan): void => {
  switch (does) {
    case 'resume':
      void resumeLanes(plant);
      return;
    case 'release':
      release(plant, nth);
      return;
    case 'book-half':
    case 'book-rest':
      bookByHand(plant, nth, does === 'book-half' ? 2 : 1);
      return;
    default:
      answer(plant, does, nth);
  }
};

const answer = (
  plant: Plant,
  does: Exclude<PersonPlan['does'], 'resume' | 'release' | 'book-half' | 'book-rest'>,
  nth: number,
): void => {
  const open = plant.table
    .all('letter')
    .filter(({ letter }) => letter.state === 'parked')
    .filter(({ letter }) => (does === 'decide' || does === 'send-again') === isUndecided(letter));
  const record = open[nth % Math.max(open.length, 1)];
  if (record === undefined) return;
  // What the queue gave up is put back by its letter.
  if (does === 'move-to-events' && !isStray(record)) moveToEvents(plant, record);
  if (does !== 'move-to-events') sit(plant, (deps) => answerAt(plant, deps, record, does, nth));
};

const answerAt = async (
  plant: Plant,
  deps: DeskDeps,
  record: LetterRecord,
  does: Exclude<PersonPlan['does'], 'resume' | 'release' | 'book-half' | 'book-rest' | 'move-to-events'>,
  nth: number,
): Promise<void> => {
  const { key } = record;
  const now = deps.clock.now();
  switch (does) {
    case 'decide':
    case 'send-again':
      return decide(plant, deps, record, does === 'decide');
    case 'redrive':
      await redriveAndRing(deps, key, PERSON, now);
      return;
    case 'redrive-cause':
      return redriveCause(plant, deps, record);
    case 'discard':
      await discardLetter(deps, key, 'settled by hand', PERSON, now);
      return;
    default:
      return correctAs(plant, deps, record, does, nth);
  }
};

/** A person's program at work; it ends as it may. */
const sit = ({ sitDown, log }: Plant, work: (deps: DeskDeps) => Promise<unknown>): void => {
  const { worker, deps } = sitDown();
  worker.run(() => work(deps)).catch((cause: unknown) => log.warn('desk failed', { errorName: String(cause) }));
};

const PERSON = 'person';

const redriveCause = async ({ table }: Plant, deps: DeskDeps, { letter }: LetterRecord): Promise<void> => {
  const cause = causeOf(letter).key;
  const ids = table.all('letter').flatMap((one) => (isOpenBy(one, cause) ? [one.key] : []));
  // To its end, or to where it stops by itself.
  for await (const { stopped } of redriveInSteps(deps, { cause, ids }, PERSON)) if (stopped !== null) return;
};

const isOpenBy = ({ letter }: LetterRecord, cause: string): boolean =>
  letter.state === 'parked' && causeOf(letter).key === cause;

/** Opens every lane that is held; answers whether one waited for a hand. */
export const resumeLanes = async ({ table, newId, settings, events, time, watch }: Plant): Promise<boolean> => {
  const held = table.all('lane').filter((lane) => isHeld(lane, time.now()));
  for (const { key } of held)
    await updateRecord({ ledger: table.ledger, newId }, 'lane', key, (lane) =>
      lane === undefined ? undefined : resumed(lane),
    );
  watch.resumed();
  if (held.length > 0)
    for (const account of settings.accounts.keys()) events.send(JSON.stringify({ kind: 'bell', account }));
  return held.length > 0;
};

const decide = async (
  { table, co3, settings }: Plant,
  deps: DeskDeps,
  { key, letter, work }: LetterRecord,
  isCareful: boolean,
): Promise<void> => {
  const record = table.all('order').find((one) => one.key === work?.key);
  const step = record === undefined ? undefined : soughtStep(record, letter);
  if (record === undefined || step === undefined) return;
  // What was booked is seen by the balance before it is booked again.
  const found =
    step.payment !== null
      ? undefined
      : co3.accounts
          .get(record.account)
          ?.invoices.all()
          .find((invoice) => markerOf(invoice) === step.marker);
  const readBack = settings.accounts.get(record.account)?.readBack;
  if (found !== undefined && isCareful) {
    await adoptDocument(deps, key, found.number, PERSON, deps.clock.now());
    return;
  }
  if (readBack !== undefined) await sendAgain(deps, key, PERSON, deps.clock.now(), readBack);
};

/** A person lets the order go as its plan stands. */
const release = (plant: Plant, nth: number): void => {
  const { table, settings, time, asked } = plant;
  const waiting = table.all('order').filter(({ status }) => status === 'release' || status === 'shadow');
  const order = waiting[nth % Math.max(waiting.length, 1)];
  const shop = settings.shops.get(order?.shop ?? '');
  const account = settings.accounts.get(order?.account ?? '');
  if (order === undefined || shop === undefined || account === undefined) return;
  const plan = toReleasable(order, shop, account, time.now());
  if (!plan.ok) return;
  asked.add(askedFor(order.key, 'release', String(plan.value.draft.totalMinor)));
  sit(plant, (deps) => releaseOrder(deps, order.key, plan.value.digest, deps.clock.now()));
};

/** The bookkeeper has seen the money on the bank's list. */
const bookByHand = ({ co3, time, watch, bookedAt }: Plant, nth: number, part: number): void => {
  const all = [...co3.accounts.values()].flatMap(({ invoices }) =>
    invoices.all().map((invoice) => ({ invoices, invoice })),
  );
  const one = all[nth % Math.max(all.length, 1)];
  if (one === undefined) return;
  const { invoices, invoice } = one;
  const openMinor = grossMinorOf(invoice) - paidMinorOf(invoice);
  const balance = ((paidMinorOf(invoice) + Math.trunc(openMinor / part)) / 100).toFixed(2);
  watch.look();
  invoices.put(invoice.id, { ...invoice, balance }, time.now());
  watch.bookedByHand();
  bookedAt.push(time.now());
};

/** The AWS console's own redrive of a message. */
const moveToEvents = ({ deadLetters, events }: Plant, { messageId }: LetterRecord): void => {
  const notice = deadLetters.receive(0).find(({ id }) => id === messageId);
  if (notice === undefined) return;
  deadLetters.delete(notice.receiptHandle);
  events.send(notice.body);
};

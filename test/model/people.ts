import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { discardLetter } from '../../lib/dead-letters/discard.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import { isUndecided, soughtStep } from '../../lib/dead-letters/undecided.ts';
import { isHeld, resumed } from '../../lib/deliver/lane-state.ts';
import { releaseOrder, toReleasable } from '../../lib/deliver/release.ts';
import { updateRecord, type Writer } from '../../lib/deliver/update-record.ts';
import { grossMinorOf, markerOf, paidMinorOf } from './documents.ts';
import type { Plant } from './plant.ts';
import type { PersonPlan } from './story.ts';

/** Answers every open letter of that kind. */
export const doAllAs = async (plant: Plant, does: PersonPlan['does']): Promise<void> => {
  for (const nth of plant.table.all('letter').keys()) await doAs(plant, { does, nth, atMs: 0 });
};

/** What people do. Their hands are never upset. */
export const doAs = async (plant: Plant, { does, nth }: PersonPlan): Promise<void> => {
  switch (does) {
    case 'resume':
      await resumeLanes(plant);
      return;
    case 'release':
      return release(plant, nth);
    case 'book-half':
    case 'book-rest':
      return bookByHand(plant, nth, does === 'book-half' ? 2 : 1);
    default:
      return answer(plant, does, nth);
  }
};

const answer = async (
  plant: Plant,
  does: Exclude<PersonPlan['does'], 'resume' | 'release' | 'book-half' | 'book-rest'>,
  nth: number,
): Promise<void> => {
  const open = plant.table
    .all('letter')
    .filter(({ letter, work }) => letter.state === 'parked' && work !== null)
    .filter(({ letter }) => (does === 'decide' || does === 'send-again') === isUndecided(letter));
  const record = open[nth % Math.max(open.length, 1)];
  if (record === undefined) return;
  const { time, table, newId } = plant;
  const writer: Writer = { ledger: table.ledger, newId };
  if (does === 'decide' || does === 'send-again') await decide(plant, writer, record, does === 'decide');
  else if (does === 'redrive') await redriveLetter(writer, record.key, 'person', time.now());
  else if (does === 'discard') await discardLetter(writer, record.key, 'settled by hand', 'person', time.now());
  else moveToEvents(plant, record);
};

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
  plant: Plant,
  writer: Writer,
  { key, letter, work }: LetterRecord,
  isCareful: boolean,
): Promise<void> => {
  const { table, co3, time, settings, careless } = plant;
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
    await adoptDocument(writer, key, found.number, 'person', time.now());
    return;
  }
  if (readBack === undefined) return;
  const again = await sendAgain(writer, key, 'person', time.now(), readBack);
  if (again.ok && found !== undefined) careless.add(record.key);
};

/** A person lets the order go as its plan stands. */
const release = async ({ table, settings, newId, time, released }: Plant, nth: number): Promise<void> => {
  const waiting = table.all('order').filter(({ status }) => status === 'release' || status === 'shadow');
  const order = waiting[nth % Math.max(waiting.length, 1)];
  const shop = settings.shops.get(order?.shop ?? '');
  const account = settings.accounts.get(order?.account ?? '');
  if (order === undefined || shop === undefined || account === undefined) return;
  const plan = toReleasable(order, shop, account, time.now());
  if (!plan.ok) return;
  const done = await releaseOrder({ ledger: table.ledger, newId, settings }, order.key, plan.value.digest, time.now());
  if (done.ok) released.set(order.key, plan.value.draft.totalMinor);
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

import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { isDiscarded } from '../../lib/dead-letters/park-letter.ts';
import { isStray } from '../../lib/dead-letters/stray.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { isSettledByHand } from '../../lib/deliver/settled-by-hand.ts';
import { type OrderSnapshot, orderKeyOf } from '../../lib/event/snapshot.ts';
import type { State } from './chronicle.ts';
import { sumsOf } from './documents.ts';
import { isJustified } from './justified.ts';
import { isNothing, isSame, owedText, textOf } from './oracle.ts';
import type { Plant } from './plant.ts';
import type { Story } from './story.ts';
import { isWatchOnly } from './ticks.ts';
import { Broken } from './watch.ts';

/** What must hold when a story has come to its rest. */
export const checkEnd = (plant: Plant, story: Story): void => {
  const broken = [...problemsOf(plant, story)];
  if (broken.length > 0) throw new Broken(broken.join('\n'));
};

function* problemsOf(plant: Plant, story: Story): Generator<string> {
  const { table, events, states, watch } = plant;
  if (events.bodies().length > 0) yield `${events.bodies().length} messages are left in the queue events`;
  yield* letterProblems(plant);
  for (const key of new Set(states.map((state) => state.key))) {
    const arrived = states.filter((state) => state.key === key && state.arrivesAt.length > 0);
    const newest = newestOf(arrived);
    const order = table.all('order').find((one) => one.key === key);
    const strays = straysOf(table, key);
    if (order === undefined) {
      if (arrived.some(({ changedAt }) => !strays.includes(changedAt))) yield `${key} arrived and is nowhere`;
      continue;
    }
    const kept = order.snapshot.changedAt;
    const isNewest = kept >= newestOf(arrived.filter(({ changedAt }) => !strays.includes(changedAt)));
    if (kept !== newest && !isNewest) yield `${key} is kept as of ${order.snapshot.changedAt}, and ${newest} arrived`;
    if (order.dueAt !== null && !isWatchOnly(order)) yield `${key} is still due (${order.status}, ${order.reason})`;
    if (order.dueAt === null && order.steps.some(({ look }) => look?.at != null))
      yield `${key} is searched for no more`;
    if ((order.status === 'letter') !== (order.letter !== null))
      yield `${key} is ${order.status} with ${order.letter?.id ?? 'no letter'}`;
    const standing = arrived.filter(({ changedAt }) => changedAt === kept);
    const name = table.all('letter').find((letter) => letter.key === order.letter?.id)?.letter.error.name ?? null;
    if (name !== null && !isJustified(name, order, arrived, plant, story))
      yield `${key} has the letter ${name} without any cause`;
    const doubles = order.steps.reduce((count, step) => count + step.doubles.length, 0);
    const isOpen = order.steps.some(({ state, look }) => state === 'unknown' || look?.at != null);
    const isBlind = plant.careless.has(key) && story.comment !== 'whole';
    const there = watch.documentsOf(key).length;
    if (!isOpen && !isBlind && there !== order.documents.length + doubles)
      yield `${key} has ${there} documents in CO3, ${order.documents.length} in the ledger and ${doubles} doubles`;
    // What waits for a person's word is in its place; nothing of a shop in shadow ever leaves.
    if (order.status === 'shadow' || order.status === 'release') {
      if (!['shadow', 'supervised'].includes(standing[0]?.shop.mode ?? '')) yield `${key} is ${order.status}`;
      continue;
    }
    // Where CO3 keeps no comments, nobody can see what a person has doubled; and what one has settled by hand is theirs.
    if (order.letter !== null || isBlind || isSettledByHand(order)) continue;
    const sums = sumsOf(watch.documentsOf(key));
    const isDue = standing.some((state) => state.isDue) || watch.documentsOf(key).length > 0;
    const isRight = standing.some(({ owed }) => owed.kind === 'sums' && isSame(owed.sums, sums));
    if (isDue ? !isRight : !isNothing(sums))
      yield `${key} comes to ${textOf(sums)} in CO3 and is ${order.status} (${order.reason}); owed: ${standing.map(({ owed }) => owedText(owed)).join(' or ')}${isDue ? '' : ', not due'}`;
  }
}

const newestOf = (states: readonly State[]): string =>
  states.reduce((max, { changedAt }) => (changedAt > max ? changedAt : max), '');

/** The times of change of an order's webhooks that the queue gave up, and that wait for a person or were left by one. */
const straysOf = (table: Plant['table'], key: string): readonly string[] =>
  table
    .all('letter')
    .filter((record) => isStray(record) && (record.letter.state === 'parked' || isDiscarded(record)))
    .flatMap((record) => {
      const message: { readonly snapshot?: OrderSnapshot } = JSON.parse(bodyOf(record));
      return message.snapshot !== undefined && orderKeyOf(message.snapshot) === key ? [message.snapshot.changedAt] : [];
    });

const bodyOf = ({ letter }: LetterRecord): string => (letter.event as { readonly body: string }).body;

/** Letter, order and notice say the same. */
function* letterProblems({ table, deadLetters }: Plant): Generator<string> {
  const open = table.all('letter').filter(({ letter }) => letter.state !== 'closed');
  for (const { key, letter, work } of open) {
    if (letter.state !== 'parked') yield `letter ${key} (${letter.error.name}) is ${letter.state}`;
    if (work !== null && !isNamed(table.all('order'), work.key, key))
      yield `letter ${key} (${letter.error.name}) is open, and its order names another or none`;
  }
  for (const { key, letter } of table.all('order'))
    if (letter !== null && !open.some((record) => record.key === letter.id))
      yield `${key} names a letter that is not open`;
  // The message that the queue gave up is the notice of its letter.
  const notices = deadLetters.bodies().map((body) => (JSON.parse(body) as { readonly id?: string }).id ?? body);
  const names = open.map((record) => (isStray(record) ? bodyOf(record) : record.key));
  if (notices.toSorted().join() !== names.toSorted().join())
    yield `the queue dead-letters gives notice of [${notices.join()}], and [${names.join()}] are open`;
}

const isNamed = (orders: readonly OrderRecord[], key: string, letter: string): boolean =>
  orders.some((order) => order.key === key && order.letter?.id === letter);

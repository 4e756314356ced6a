import { CO3_CODES } from '../../lib/co3/codes.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Act } from './acts.ts';
import type { State } from './chronicle.ts';
import { isNothing } from './oracle.ts';
import type { Plant } from './plant.ts';
import { shippingBackOf, worthOf } from './shop-order.ts';
import type { Story } from './story.ts';
import type { CorrectedPlace } from './watch-corrections.ts';

/** Whether an open letter has a cause in the story; where everything could become a letter, no order would ever be lost. */
export const isJustified = (
  name: string,
  order: OrderRecord,
  states: readonly State[],
  plant: Plant,
  story: Story,
): boolean => {
  const acts = actsOf(order, story);
  switch (name) {
    case 'CancelledNotRefunded':
    case 'RefundDiffers':
      return isForPerson(name, states);
    case 'TotalsMismatch':
      return isForPerson(name, states) || states.some(isAsIfUnedited);
    case 'OwedAgain':
      return hasAny(acts, ['uncancel', 'unrefund', 'add']) || states.some(isNothingOwed);
    case 'ChangedAfterInvoice':
      return hasAny(acts, ['move', 'add', 'take-off', 'refund']) || hasOtherTaxNumber(order, states);
    case 'InvalidEmail':
      return isRefusal(name, story) || isFaulty('buyer.email', order, states, plant);
    case 'UnmappedPayment':
      return isFaulty('settings.payments', order, states, plant);
    case 'InvalidTaxNumber':
      return isFaulty('buyer.taxNumber', order, states, plant);
    case 'CorrectionNeeded':
      return states.some(({ shop }) => shop.edits === 'letter') && hasAny(acts, ['add', 'take-off', 'unrefund']);
    case 'ConflictingSnapshots':
      return new Set(states.map(({ changedAt }) => changedAt)).size < states.length;
    // Somebody has booked between the bridge's reading and its booking.
    case 'OverPayment':
      return isRefusal(name, story) || plant.bookedAt.some((at) => isWithin(at, order, plant));
    case 'OutcomeUnknown':
      return hasDied(plant) || losesAnswers(story);
    case 'ContactNotConfirmed':
    case 'DocumentIdUnknown':
      return isUpset(plant, story) || (name === 'DocumentIdUnknown' && story.comment !== 'whole');
    case 'DuplicateFound':
      return plant.careless.has(order.key);
    case 'ChangedAfterDiscard':
      return order.discarded !== null;
    case 'WorkerCrashed':
      return plant.upsets.met.kill + plant.upsets.met.fail + plant.upsets.met.stall >= 5;
    default:
      return isRefusal(name, story);
  }
};

/** Whether what stands at that place is refused, or was when the order was tried last and a person has corrected it since. */
const isFaulty = (place: CorrectedPlace, order: OrderRecord, states: readonly State[], plant: Plant): boolean => {
  const value = plant.watch.corrected(order.key, place);
  const told = states.filter(({ changedAt }) => changedAt === order.snapshot.changedAt);
  if (value === undefined ? told.some((state) => FAULTY.has(faultOf(state.told[place]))) : FAULTY.has(faultOf(value)))
    return true;
  const tried = plant.table.all('letter').find(({ key }) => key === order.letter?.id)?.letter.tries.last ?? '';
  return order.corrections.some(({ path, at }) => path === place && at >= tried);
};

/** All faulty addresses are of one host. */
const faultOf = (value: string): string => value.slice(value.indexOf('@') + 1);
const FAULTY = new Set(['nowhere', 'Utánvét (GLS)', '12345678-1-42']);

const hasOtherTaxNumber = ({ corrections }: OrderRecord, states: readonly State[]): boolean =>
  corrections.some(({ path }) => path === 'buyer.taxNumber') ||
  new Set(states.map(({ told }) => told['buyer.taxNumber'])).size > 1;

const isForPerson = (name: string, states: readonly State[]): boolean =>
  states.some(({ owed }) => owed.kind === 'letter' && owed.names.includes(name));

/** Something was added, and the total of today looks as if nothing but refunds had changed it. */
const isAsIfUnedited = ({ order }: State): boolean => {
  const goodsBack = order.lines.reduce((sum, line) => sum + line.unitMinor * line.givenBack, 0);
  const rows = order.lines.reduce((sum, line) => sum + line.unitMinor * line.pieces, order.shippingMinor);
  const left = order.placedMinor - goodsBack;
  return rows !== order.placedMinor && [order.placedMinor, left, left - shippingBackOf(order)].includes(worthOf(order));
};

const actsOf = ({ snapshot }: OrderRecord, { orders }: Story): readonly Act['do'][] =>
  orders[Number(snapshot.orderId) - 1001]?.history.changes.map(({ act }) => act.do) ?? [];

const hasAny = (acts: readonly Act['do'][], some: readonly Act['do'][]): boolean =>
  acts.some((act) => some.includes(act));

const isNothingOwed = ({ owed }: State): boolean => owed.kind === 'sums' && isNothing(owed.sums);

const hasDied = ({ upsets: { met } }: Plant): boolean => met.kill + met.fail + met.stall > 0;

const isUpset = (plant: Plant, { faults, outages, lies }: Story): boolean =>
  hasDied(plant) || lies.length > 0 || outages.length > 0 || faults.length > 0;

/** Whether a call of the story may be done without anybody hearing of it. A refusal says that nothing was done, but for CO3's database error. */
const losesAnswers = ({ faults, outages, lies }: Story): boolean =>
  lies.length > 0 ||
  outages.some(({ kind }) => kind !== 'unreachable') ||
  faults.some((fault) => fault.kind !== 'stale-read' && (fault.kind !== 'refuse' || fault.code === DATABASE_ERROR));

const DATABASE_ERROR = 202;

const isWithin = (at: number, order: OrderRecord, { table }: Plant): boolean => {
  const parkedAt = Date.parse(table.all('letter').find(({ key }) => key === order.letter?.id)?.letter.parkedAt ?? '');
  return at <= parkedAt && parkedAt - at < LONGEST_CALL_MS;
};

/** From the reading of a balance to the end of its booking. */
const LONGEST_CALL_MS = 60_000;

/** Those that a story's own refusals are told by. */
const isRefusal = (name: string, { faults }: Story): boolean =>
  faults.some(
    (fault) =>
      fault.kind === 'refuse' &&
      !isOfAccount(fault.code) &&
      (name === 'UnknownCode'
        ? !Object.hasOwn(CO3_CODES, fault.code)
        : name === 'InvoiceMissingInCo3'
          ? [301, 307].includes(fault.code)
          : (CO3_CODES as Readonly<Record<number, { readonly name: string }>>)[fault.code]?.name === name),
  );

/** No order becomes a letter for what is wrong with its whole account. */
const isOfAccount = (code: number): boolean => [5, 6, 7, 8, 9, 10, 11, 24].includes(code);

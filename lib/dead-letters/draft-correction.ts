import type { Co3Error } from '../co3/codes.ts';
import { placeOf } from '../deliver/corrections/places.ts';
import { type PlannedCalls, toPlannedCalls } from '../deliver/planned-calls.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { toInstant } from '../event/time.ts';
import { fxRateOf } from '../translate/fx-rate.ts';
import { isPaidInSeveralWays, paymentOfOrder } from '../translate/payment.ts';
import { type Correcting, rowIdsOf, type Spot, spotOf, type Tried, toldOf, tryOrder } from './correcting.ts';
import {
  asItStands,
  changedMeanwhile,
  faultyValue,
  NOTHING_NAMED,
  namedTwice,
  notCorrectable,
  stillWrong,
} from './correction-refusals.ts';
import { ruleOf } from './correction-rules.ts';
import type { LetterRefusal } from './letter-refusal.ts';
import { type Change, type Drafted, isSameSpot, withChanges } from './order-changes.ts';
import { settingsLines } from './settings-lines.ts';

/** A look at a correction: nothing is written. */
export interface CorrectionDraft {
  readonly changes: readonly Drafted[];
  /** The calls as they would go as things stand, and with the correction; null where it would be a letter, or nothing is to be sent. */
  readonly before: PlannedCalls | null;
  readonly after: PlannedCalls | null;
  /** Why it would still be a letter; null where it would not, as far as can be told without CO3. */
  readonly remains: Co3Error | null;
}

/** What would become of the letter's order with these changes; refused where one of them cannot be made. Pure. */
export const draftCorrection = (
  correcting: Correcting,
  changes: readonly Change[],
): Result<CorrectionDraft, LetterRefusal> => {
  if (changes.length === 0) return fail(NOTHING_NAMED);
  const rowIds = rowIdsOf(correcting, correcting.letter.error);
  const drafted: Drafted[] = [];
  for (const change of changes) {
    const one = draftOne(correcting, change, rowIds);
    if (!one.ok) return one;
    if (drafted.some((other) => isSameSpot(other, one.value))) return fail(namedTwice(change.path));
    drafted.push(one.value);
  }
  const made = { by: '', why: '', at: toInstant(correcting.leaving.now) };
  const after = { ...correcting, order: withChanges(correcting.order, drafted, made) };
  const tried = tryOrder(after);
  const { remains } = tried;
  const faulty = drafted.find((one) => remains !== null && pointsAt(remains, one, after));
  if (remains !== null && faulty !== undefined) return fail(stillWrong(faulty.path, remains));
  return ok({
    changes: drafted,
    before: callsOf(correcting, tryOrder(correcting)),
    after: callsOf(after, tried),
    remains,
  });
};

const draftOne = (
  correcting: Correcting,
  { path, value, seen }: Change,
  rowIds: readonly string[],
): Result<Drafted, LetterRefusal> => {
  const { order, shop } = correcting;
  const spot = spotOf(correcting, path, rowIds);
  const rule = ruleOf(path);
  if (spot === undefined || rule === undefined) return fail(notCorrectable(shop, path, value.trim()));
  const parsed = rule.parse(value.trim());
  if (parsed === undefined) return fail(faultyValue(path, rule));
  const { told, old } = valuesAt(correcting, spot);
  if (seen !== undefined && seen !== old) return fail(changedMeanwhile(path, old));
  if (parsed === standingAt(correcting, spot)) return fail(asItStands(path, parsed));
  // The mapping says what one way of paying is, and nothing of several.
  const isSingular = path === 'settings.payments' && isPaidInSeveralWays(order.snapshot.gateways);
  return ok({ ...spot, old, new: parsed, told, lines: isSingular ? null : settingsLines(shop, path, told, parsed) });
};

/** What stands at a spot of the order, and what the shop sends there. */
export const valuesAt = (
  correcting: Pick<Correcting, 'order' | 'shop'>,
  { path, row }: Spot,
): { readonly old: string; readonly told: string } => {
  const { order, shop } = correcting;
  const place = placeOf(path);
  return {
    old: place?.read(toldOf(correcting), row) ?? '',
    told: place?.read({ snapshot: order.snapshot, shop }, row) ?? '',
  };
};

/** What stands there in the words of its rule: of a way of payment and a rate what the settings make of it; empty where they make nothing. */
export const standingAt = (correcting: Correcting, spot: Spot): string => {
  const { snapshot, shop } = toldOf(correcting);
  switch (spot.path) {
    case 'settings.payments': {
      const payment = paymentOfOrder(snapshot, shop);
      return payment.ok ? payment.value : '';
    }
    case 'settings.fxRate': {
      const rate = fxRateOf(snapshot, shop, correcting.account);
      return rate.ok ? (rate.value ?? '') : '';
    }
    default:
      return valuesAt(correcting, spot).old;
  }
};

const pointsAt = (error: Co3Error, spot: Spot, correcting: Correcting): boolean => {
  const rowIds = rowIdsOf(correcting, error);
  return error.fields.some(({ path }) => {
    const pointed = spotOf(correcting, path, rowIds);
    return pointed !== undefined && isSameSpot(pointed, spot);
  });
};

const callsOf = ({ order, leaving }: Correcting, { plan }: Tried): PlannedCalls | null =>
  plan === null ? null : toPlannedCalls(order.snapshot, plan, leaving);

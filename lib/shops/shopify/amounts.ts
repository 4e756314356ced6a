import { minorOf } from '../minor-of.ts';
import { type Fields, fieldsOf } from './fields.ts';

/** Which of the two currencies of an order is read. Amounts of the other never count. */
export interface Side {
  readonly currency: string;
  readonly money: 'shop_money' | 'presentment_money';
  /** Whether plain fields (`price` beside `price_set`) are in this currency: they always bear the shop's. */
  readonly plain: boolean;
  /** What could not be read, each with its place and without its value. */
  readonly faults: string[];
}

/** `fields[key]`, or its `…_set`, in minor units; a fault and 0 where neither has an amount in the side's currency. */
export const amountOf = (side: Side, fields: Fields, key: string, at: string): number => {
  const minor = findAmount(side, fields, key, at);
  if (minor === undefined) side.faults.push(`${at}${key} is missing`);
  return minor ?? 0;
};

/** As `amountOf`, but 0 without a fault where there is none. */
export const amountOrZero = (side: Side, fields: Fields, key: string, at: string): number =>
  findAmount(side, fields, key, at) ?? 0;

/** The side's amount of a `{shop_money, presentment_money}`, or undefined where it has none. */
export const amountOfSet = (side: Side, set: unknown, place: string): number | undefined => {
  const money = fieldsOf(fieldsOf(set)[side.money]);
  const amount = money['amount'];
  if (amount === undefined || amount === null) return undefined;
  const currency = money['currency_code'];
  if (typeof currency === 'string' && currency !== side.currency) {
    side.faults.push(`${place} is in another currency than ${side.currency}`);
    return 0;
  }
  return toMinor(side, amount, place);
};

/** An amount that is known to be in the side's currency. */
export const toMinor = (side: Side, value: unknown, place: string): number => {
  const minor = minorOf(value, side.currency);
  if (minor !== undefined) return minor;
  side.faults.push(`${place} is no amount in ${side.currency}`);
  return 0;
};

/** price × quantity, or a fault and 0 where that is beyond all amounts. */
export const timesQuantity = (side: Side, minor: number, quantity: number, place: string): number => {
  const product = minor * quantity;
  if (Number.isSafeInteger(product)) return product;
  side.faults.push(`${place} times the quantity is too large`);
  return 0;
};

const findAmount = (side: Side, fields: Fields, key: string, at: string): number | undefined => {
  const plain = fields[key];
  if (side.plain && typeof plain === 'string') return toMinor(side, plain, `${at}${key}`);
  const inSet = amountOfSet(side, fields[`${key}_set`], `${at}${key}_set`);
  if (inSet !== undefined) return inSet;
  if (plain === undefined || plain === null) return undefined;
  // Nothing is nothing in every currency.
  if (side.plain || Number(plain) === 0) return toMinor(side, plain, `${at}${key}`);
  side.faults.push(`${at}${key}_set has no amount in ${side.currency}`);
  return 0;
};

import type { OrderRow } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { timesOf } from '../exact.ts';
import { type Fields, fieldsOf, firstText, isFields, textOf } from '../fields.ts';
import { grossRow, ofOrder } from '../gross-row.ts';
import { minorOf } from '../minor-of.ts';
import { dearestRate, overRates } from '../rates-of-goods.ts';

export interface OutlineReading {
  readonly currency: string;
  /** What could not be read, each with its place and without its value. */
  readonly faults: string[];
}

/** The rows of a webhook's order: goods, what was taken off them, and the costs, of which it does not say the VAT. */
export const readOutlineRows = (reading: OutlineReading, body: Fields, shop: ShopSettings): readonly OrderRow[] => {
  const goods = Object.entries(fieldsOf(body['products'])).map(([key, product], index) =>
    // They are numbered; what else may stand there is nothing for a letter.
    readProduct(reading, isFields(product) ? product : {}, `products.${/^\d{1,9}$/.test(key) ? key : index + 1}.`),
  );
  const costRate = shop.costVat ?? dearestRate(goods);
  return [
    ...goods,
    ...readDiscount(reading, fieldsOf(body['discountPercent']), goods),
    ...readCost(reading, fieldsOf(body['shipping']), 'shipping', costRate),
    ...readCost(reading, fieldsOf(body['payment']), 'payment', costRate),
  ];
};

const readProduct = (reading: OutlineReading, product: Fields, at: string): OrderRow => {
  const quantity = decimalTextOf(product['quantity']);
  const percent = decimalTextOf(product['VATRate']);
  const grossMinor = timesOf(product['grossPrice'], product['quantity'], reading.currency);
  if (quantity === null) reading.faults.push(`${at}quantity is no number`);
  if (percent === null) reading.faults.push(`${at}VATRate is no number`);
  if (grossMinor === undefined) reading.faults.push(`${at}grossPrice is no amount in ${reading.currency}`);
  const facts = {
    id: at.slice(0, -1),
    kind: 'item' as const,
    sku: textOf(product['sku']),
    name: textOf(product['name']),
    quantity: quantity ?? '0',
  };
  return grossRow(facts, grossMinor ?? 0, percent);
};

/** Spread over the rates of the goods, since it was taken off all of them. */
const readDiscount = (reading: OutlineReading, discount: Fields, goods: readonly OrderRow[]): readonly OrderRow[] => {
  if (discount['price'] === undefined || discount['price'] === null) return [];
  const priceMinor = minorOf(discount['price'], reading.currency);
  if (priceMinor === undefined) {
    reading.faults.push(`discountPercent.price is no amount in ${reading.currency}`);
    return [];
  }
  const name = firstText(discount['title'], 'Kedvezmény');
  return overRates(-priceMinor, goods).flatMap(({ grossMinor, percent }, index) =>
    grossMinor === 0 ? [] : [grossRow(ofOrder('fee', `discount-${index + 1}`, name), grossMinor, percent)],
  );
};

const readCost = (
  reading: OutlineReading,
  cost: Fields,
  what: 'shipping' | 'payment',
  rate: string,
): readonly OrderRow[] => {
  if (cost['cost'] === undefined || cost['cost'] === null || cost['cost'] === '') return [];
  const costMinor = minorOf(cost['cost'], reading.currency);
  if (costMinor === undefined) reading.faults.push(`${what}.cost is no amount in ${reading.currency}`);
  if (costMinor === undefined || costMinor === 0) return [];
  const kind = what === 'shipping' ? 'shipping' : 'fee';
  return [grossRow(ofOrder(kind, what, firstText(cost['name'], what)), costMinor, rate)];
};

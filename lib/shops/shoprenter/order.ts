import { own } from '../../event/own.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderRow, OrderSnapshot } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { parseBudapest } from '../budapest-time.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { namedFaults } from '../faults.ts';
import { type Fields, fieldsOf, firstText, textOf } from '../fields.ts';
import { minorOf } from '../minor-of.ts';
import { dearestRate } from '../rates-of-goods.ts';
import { readNotes, readParty } from './parties.ts';
import { manyOf, type RowReading, rateOf, readExtra, readGoods, takenOff } from './rows.ts';

/** An order of `orderExtend`. The problem names each place that cannot be read. */
export const readShoprenterOrder = (
  order: Fields,
  known: OrderSnapshot,
  shop: ShopSettings,
): Result<OrderSnapshot, string> => {
  const currency = textOf(fieldsOf(order['currency'])['code']).toUpperCase();
  const createdAt = parseBudapest(textOf(order['dateCreated']));
  const totals = manyOf(order['orderTotals']);
  const total = totals.find((one) => textOf(one['type']) === 'TOTAL');
  const totalMinor = minorOf(total?.['value'], currency);
  if (!/^[A-Z]{3}$/.test(currency)) return fail('currency.code is no currency');
  // Some of its sums would be in the shop's currency then, and none says in which it is.
  if (decimalTextOf(order['value']) !== '1') return fail('it is in another currency than the shop’s own');
  if (createdAt === undefined) return fail('dateCreated is no moment');
  if (totalMinor === undefined) return fail('orderTotals has no TOTAL that is an amount');
  if (!['', '0'].includes(textOf(order['invoiceId'])))
    return fail('Shoprenter says that it has an invoice of another tool');
  const reading: RowReading = { currency, isWhole: currency === 'HUF' && totalMinor % 100 === 0, faults: [] };
  const rows = readRows(reading, order, totals, shop);
  if (reading.faults.length > 0) return fail(namedFaults(reading.faults));
  return ok({
    ...known,
    coverage: 'whole',
    createdAt,
    changedAt: parseBudapest(textOf(order['dateUpdated'])) ?? createdAt,
    currency,
    shopCurrency: currency,
    totalMinor,
    currentTotalMinor: totalMinor,
    rows: [...rows],
    gateways: [firstText(order['paymentMethodCode'], order['paymentMethodName'])].filter((name) => name !== ''),
    buyer: readParty(order, 'payment'),
    shipTo: readParty(order, 'shipping'),
    notes: readNotes(order),
  });
};

interface Extra {
  readonly kind: OrderRow['kind'];
  /** Where its VAT is said. */
  readonly rate: string | null;
  readonly isTakenOff: boolean;
}

/** Sums of rows that stand by themselves. */
const SUMS: ReadonlySet<string> = new Set(['SUB_TOTAL', 'SUB_TOTAL_WITH_TAX', 'TAX', 'TOTAL']);
/** What else stands between the goods and the total. */
const EXTRAS: Readonly<Record<string, Extra>> = {
  SHIPPING: { kind: 'shipping', rate: 'shippingMethodTaxRate', isTakenOff: false },
  PAYMENT: { kind: 'fee', rate: 'paymentMethodTaxRate', isTakenOff: false },
  COUPON: { kind: 'fee', rate: 'couponTaxRate', isTakenOff: true },
  LOYALTY_POINTS: { kind: 'fee', rate: 'loyaltyPointsTaxRate', isTakenOff: true },
  LOYALTYPOINTS_TO_USE: { kind: 'fee', rate: 'loyaltyPointsTaxRate', isTakenOff: true },
  CART_AMOUNT_DISCOUNT: { kind: 'fee', rate: null, isTakenOff: true },
};

const readRows = (
  reading: RowReading,
  order: Fields,
  totals: readonly Fields[],
  shop: ShopSettings,
): readonly OrderRow[] => {
  const goods = (['orderProducts', 'orderProductAddons', 'orderGiftWrappings'] as const).flatMap((list) =>
    manyOf(order[list]).map((one, index) =>
      readGoods(reading, one, firstText(one['id'], `${list}-${index + 1}`), `${list}.${index + 1}.`),
    ),
  );
  const extras = totals.flatMap((one, index) => {
    const type = textOf(one['type']);
    const at = `orderTotals.${index + 1}`;
    if (SUMS.has(type) || minorOf(one['value'], reading.currency) === 0) return [];
    const extra = own(EXTRAS, type);
    if (extra === undefined) {
      reading.faults.push(`${at}.type is none that is known`);
      return [];
    }
    const said = extra.rate === null ? null : rateOf(order[extra.rate]);
    const rate = extra.isTakenOff ? said : (said ?? shop.costVat ?? dearestRate(goods));
    const name = textOf(one['name']).replace(/:$/, '');
    const value = extra.isTakenOff ? takenOff(one['value']) : one['value'];
    return readExtra(reading, { id: at, kind: extra.kind, name }, value, rate, goods, `${at}.value`);
  });
  return [...goods, ...extras];
};

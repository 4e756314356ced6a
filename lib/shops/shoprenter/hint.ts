import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import { toInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { parseBudapest } from '../budapest-time.ts';
import { namedFaults } from '../faults.ts';
import { type Fields, fieldsOf, firstText, numericIdOf, textOf } from '../fields.ts';
import { minorOf } from '../minor-of.ts';
import { dearestRate } from '../rates-of-goods.ts';
import { readNotes, readParty } from './parties.ts';
import { manyOf, type RowReading, rateOf, readExtra, readGoods, takenOff } from './rows.ts';

/** A webhook's order. Nothing of it is signed: a hint of what there may be in the shop. */
export const readHint = (order: Fields, shop: ShopSettings, now: number): Result<OrderSnapshot, string> => {
  const orderId = numericIdOf(order['innerId']);
  const currency = textOf(order['currency']).toUpperCase();
  if (orderId === null) return fail('innerId is missing');
  if (!/^[A-Z]{3}$/.test(currency)) return fail('currency is no currency');
  const totalMinor = minorOf(order['totalGross'], currency);
  if (totalMinor === undefined) return fail(`totalGross is no amount in ${currency}`);
  const reading: RowReading = { currency, isWhole: currency === 'HUF' && totalMinor % 100 === 0, faults: [] };
  const rows = readRows(reading, order, shop);
  if (reading.faults.length > 0) return fail(namedFaults(reading.faults));
  return ok({
    kind: 'order',
    coverage: 'hint',
    platform: 'shoprenter',
    tenant: shop.tenant,
    orderId,
    number: orderId,
    createdAt: parseBudapest(textOf(fieldsOf(order['orderHistory'])['dateAdded'])) ?? toInstant(now),
    changedAt: toInstant(now),
    test: false,
    currency,
    shopCurrency: currency,
    shopRate: null,
    taxesIncluded: true,
    taxExempt: false,
    paid: false,
    fulfilledAt: null,
    cancelledAt: null,
    totalMinor,
    currentTotalMinor: totalMinor,
    rows: [...rows],
    refunds: [],
    gateways: [firstText(order['paymentMethodCode'], order['paymentMethodName'])].filter((name) => name !== ''),
    buyer: readParty(order, 'payment'),
    shipTo: readParty(order, 'shipping'),
    notes: readNotes(order),
  });
};

/** The shipping's VAT must not be reckoned from its two prices: they are rounded apart. */
const readRows = (reading: RowReading, order: Fields, shop: ShopSettings): OrderSnapshot['rows'] => {
  const goods = [
    ...manyOf(fieldsOf(order['orderProducts'])['orderProduct']).map((product, index) =>
      readGoods(reading, product, firstText(product['innerId'], `product-${index + 1}`), `orderProducts.${index + 1}.`),
    ),
    ...manyOf(fieldsOf(order['orderProductAddons'])['orderProductAddon']).map((addon, index) =>
      readGoods(reading, addon, `addon-${index + 1}`, `orderProductAddons.${index + 1}.`),
    ),
  ];
  const cost = (name: string): string => rateOf(order[name]) ?? shop.costVat ?? dearestRate(goods);
  const extra = (kind: 'shipping' | 'fee', key: string, value: unknown, name: unknown, rate: string | null) =>
    readExtra(reading, { id: key, kind, name: firstText(name, key) }, value, rate, goods, key);
  return [
    ...goods,
    ...extra(
      'shipping',
      'shippingGrossPrice',
      order['shippingGrossPrice'],
      order['shippingMethodName'],
      cost('shippingMethodTaxRate'),
    ),
    ...extra(
      'fee',
      'paymentGrossPrice',
      order['paymentGrossPrice'],
      order['paymentMethodName'],
      cost('paymentMethodTaxRate'),
    ),
    ...extra(
      'fee',
      'couponGrossPrice',
      takenOff(order['couponGrossPrice']),
      order['couponCode'],
      rateOf(order['couponTaxRate']),
    ),
    ...extra('fee', 'cartAmountDiscount', takenOff(order['cartAmountDiscount']), 'Kedvezmény', null),
  ];
};

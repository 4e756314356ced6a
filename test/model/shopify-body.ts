import type { Vat } from './acts.ts';
import { SHIPPING_VAT } from './oracle.ts';
import { financialStatusOf, type Line, type Refund, type ShopOrder, worthOf } from './shop-order.ts';

/** What tells an order from others, and when its state was. */
export interface Occasion {
  readonly orderId: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly cancelledAt: number | null;
  readonly buyer: number;
}

/** The order as the shop's webhook tells it: the shop's own words, by its documentation. */
export const shopifyBody = (order: ShopOrder, occasion: Occasion): Buffer => {
  const address = addressOf(occasion.buyer, order);
  return Buffer.from(
    JSON.stringify({
      id: occasion.orderId,
      admin_graphql_api_id: `gid://shopify/Order/${occasion.orderId}`,
      name: `#${occasion.orderId}`,
      created_at: toSecond(occasion.createdAt),
      updated_at: toSecond(occasion.changedAt),
      cancelled_at: occasion.cancelledAt === null ? null : toSecond(occasion.cancelledAt),
      currency: 'HUF',
      presentment_currency: 'HUF',
      taxes_included: true,
      tax_exempt: false,
      test: false,
      financial_status: financialStatusOf(order),
      fulfillment_status: order.fulfilled ? 'fulfilled' : null,
      total_price: toAmount(order.placedMinor),
      current_total_price: toAmount(worthOf(order)),
      total_tip_received: '0.00',
      email: emailOf(occasion.buyer, order),
      payment_gateway_names: [gatewayOf(order)],
      note_attributes: order.isFirm ? [{ name: 'adoszam', value: taxNumberOf(order) }] : [],
      billing_address: address,
      shipping_address: address,
      line_items: order.lines.map(toLineItem),
      shipping_lines: order.shippingMinor === 0 ? [] : [toShippingLine(order.shippingMinor)],
      refunds: order.refunds.map((refund) => toRefund(refund, order)),
      fulfillments: [],
    }),
  );
};

/** A shop's time. */
export const toSecond = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

const toAmount = (minor: number): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;

/** The tax that a gross amount holds. */
export const taxIn = (grossMinor: number, vat: Vat): number =>
  Math.round((grossMinor * Number(vat)) / (100 + Number(vat)));

const toTaxLines = (grossMinor: number, vat: Vat) => [
  { price: toAmount(taxIn(grossMinor, vat)), rate: Number(vat) / 100, title: 'ÁFA' },
];

const toLineItem = (line: Line) => ({
  id: line.id,
  sku: `SKU-${line.id}`,
  name: `Áru ${line.id}`,
  price: toAmount(line.unitMinor),
  quantity: line.pieces,
  current_quantity: line.ordered - line.givenBack,
  discount_allocations: [],
  tax_lines: toTaxLines(line.unitMinor * line.pieces, line.vat),
});

const toShippingLine = (grossMinor: number) => ({
  id: 900,
  title: 'Házhozszállítás',
  price: toAmount(grossMinor),
  discount_allocations: [],
  tax_lines: toTaxLines(grossMinor, SHIPPING_VAT),
});

const toRefund = ({ id, lines, shippingMinor, moneyMinor }: Refund, order: ShopOrder) => ({
  id,
  refund_line_items: lines.flatMap(({ line: lineId, pieces }) => {
    const line = order.lines.find((one) => one.id === lineId);
    if (line === undefined) return [];
    const gross = line.unitMinor * pieces;
    return [{ line_item_id: lineId, quantity: pieces, subtotal: gross / 100, total_tax: taxIn(gross, line.vat) / 100 }];
  }),
  order_adjustments: shippingMinor === 0 ? [] : [toShippingBack(shippingMinor)],
  transactions:
    moneyMinor === 0 ? [] : [{ id, kind: 'refund', status: 'success', amount: toAmount(moneyMinor), currency: 'HUF' }],
});

const toShippingBack = (grossMinor: number) => ({
  kind: 'shipping_refund',
  amount: toAmount(taxIn(grossMinor, SHIPPING_VAT) - grossMinor),
  tax_amount: toAmount(-taxIn(grossMinor, SHIPPING_VAT)),
});

/** Where a buyer lives who has moved so often. */
export const streetOf = (moves: number): string => `Próba utca ${1 + moves}.`;

/** The shop's values, right or wrong. */
export const emailOf = (buyer: number, { mails, flaws }: ShopOrder): string =>
  `buyer${buyer}.${mails}@${flaws.includes('email') ? 'nowhere' : 'example.com'}`;
export const gatewayOf = ({ flaws }: ShopOrder): string =>
  flaws.includes('payment') ? 'Utánvét (GLS)' : 'shopify_payments';
export const taxNumberOf = ({ flaws, isFirm }: ShopOrder): string => {
  if (!isFirm) return '';
  return flaws.includes('tax-number') ? '12345678-1-42' : '12345676-1-42';
};

const addressOf = (buyer: number, { moves, isFirm }: ShopOrder) => ({
  first_name: ['Anna', 'Béla', 'Csilla'][buyer % 3],
  last_name: 'Minta',
  company: isFirm ? 'Minta Kft.' : null,
  address1: streetOf(moves),
  city: 'Budapest',
  zip: '1011',
  country_code: 'HU',
  phone: null,
});

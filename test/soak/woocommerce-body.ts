import { isPaid, returnedOf, type ShopOrder } from '../model/shop-order.ts';
import { emailOf, type Occasion, streetOf, taxIn } from '../model/shopify-body.ts';

/** The order as WooCommerce's webhook tells it, by its REST API v3. */
export const woocommerceBody = (order: ShopOrder, occasion: Occasion): Buffer => {
  const address = toAddress(order, occasion.buyer);
  const rows = order.lines.map(({ unitMinor, pieces, vat }) => ({ grossMinor: unitMinor * pieces, vat }));
  const taxOf = (rate: '27' | '5'): number =>
    rows.filter(({ vat }) => vat === rate).reduce((sum, { grossMinor, vat }) => sum + taxIn(grossMinor, vat), 0);
  const shippingTax = taxIn(order.shippingMinor, '27');
  return Buffer.from(
    JSON.stringify({
      id: occasion.orderId,
      parent_id: 0,
      number: String(occasion.orderId),
      status: statusOf(order),
      currency: 'HUF',
      version: '10.3.0',
      prices_include_tax: true,
      date_created_gmt: toGmt(occasion.createdAt),
      date_modified_gmt: toGmt(occasion.changedAt),
      date_paid_gmt: order.receivedMinor > 0 ? toGmt(occasion.createdAt) : null,
      date_completed_gmt: null,
      total: toAmount(order.placedMinor),
      total_tax: toAmount(taxOf('27') + taxOf('5') + shippingTax),
      payment_method: 'bacs',
      payment_method_title: 'Banki átutalás',
      customer_note: '',
      billing: { ...address, company: '', email: emailOf(occasion.buyer, order), phone: '' },
      shipping: address,
      line_items: order.lines.map(toLineItem),
      shipping_lines: order.shippingMinor === 0 ? [] : [toShippingLine(order.shippingMinor)],
      fee_lines: [],
      coupon_lines: [],
      tax_lines: [
        toTaxLine('27', taxOf('27'), shippingTax),
        ...(order.lines.some(({ vat }) => vat === '5') ? [toTaxLine('5', taxOf('5'), 0)] : []),
      ],
      refunds: order.refunds.map(({ id, moneyMinor }) => ({ id, reason: '', total: `-${toAmount(moneyMinor)}` })),
      meta_data: [],
    }),
  );
};

const statusOf = (order: ShopOrder): string => {
  if (order.cancelled) return 'cancelled';
  if (returnedOf(order) > 0) return 'refunded';
  return isPaid(order) ? 'processing' : 'pending';
};

const toGmt = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

const toAmount = (minor: number): string => (minor / 100).toFixed(2);

const toTotals = (grossMinor: number, vat: '27' | '5') => {
  const tax = taxIn(grossMinor, vat);
  const total = toAmount(grossMinor - tax);
  return {
    total,
    total_tax: toAmount(tax),
    taxes: [{ id: Number(vat), total: toAmount(tax), subtotal: toAmount(tax) }],
  };
};

const toLineItem = ({ id, unitMinor, pieces, vat }: ShopOrder['lines'][number]) => {
  const totals = toTotals(unitMinor * pieces, vat);
  return {
    id,
    name: `Áru ${id}`,
    product_id: id,
    variation_id: 0,
    quantity: pieces,
    tax_class: '',
    subtotal: totals.total,
    subtotal_tax: totals.total_tax,
    ...totals,
    meta_data: [],
    sku: `SKU-${id}`,
    price: Number(totals.total) / pieces,
  };
};

const toShippingLine = (grossMinor: number) => ({
  id: 900,
  method_title: 'Futár',
  method_id: 'flat_rate',
  ...toTotals(grossMinor, '27'),
  meta_data: [],
});

const toTaxLine = (vat: '27' | '5', taxMinor: number, shippingTaxMinor: number) => ({
  id: 1_000 + Number(vat),
  rate_code: `HU-ÁFA-${vat}`,
  rate_id: Number(vat),
  label: 'ÁFA',
  compound: false,
  tax_total: toAmount(taxMinor),
  shipping_tax_total: toAmount(shippingTaxMinor),
  rate_percent: Number(vat),
});

const toAddress = (order: ShopOrder, buyer: number) => ({
  first_name: ['Anna', 'Béla', 'Csilla'][buyer % 3],
  last_name: 'Minta',
  address_1: streetOf(order.moves),
  address_2: '',
  city: 'Budapest',
  state: '',
  postcode: '1011',
  country: 'HU',
});

import { isPaid, type Refund, type ShopOrder } from '../model/shop-order.ts';
import { emailOf, gatewayOf, type Occasion, streetOf, taxIn, taxNumberOf, toSecond } from '../model/shopify-body.ts';

/** The order as a sender of its own tells it, by docs/shops/standard.md. */
export const standardBody = (order: ShopOrder, occasion: Occasion): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'order.updated',
      timestamp: toSecond(occasion.changedAt),
      data: {
        kind: 'order',
        orderId: String(occasion.orderId),
        number: `ERP-${occasion.orderId}`,
        createdAt: toSecond(occasion.createdAt),
        changedAt: toSecond(occasion.changedAt),
        cancelledAt: occasion.cancelledAt === null ? null : toSecond(occasion.cancelledAt),
        currency: 'HUF',
        paid: isPaid(order),
        totalMinor: order.placedMinor,
        rows: [
          ...order.lines.map(({ id, unitMinor, vat, pieces }) => ({
            id: String(id),
            sku: `SKU-${id}`,
            name: `Áru ${id}`,
            quantity: String(pieces),
            ...toParts(unitMinor * pieces, vat),
            rates: [vat],
          })),
          ...(order.shippingMinor === 0 ? [] : [{ ...SHIPPING, ...toParts(order.shippingMinor, '27') }]),
        ],
        refunds: order.refunds.map((refund) => toRefund(refund, order)),
        gateways: [gatewayOf(order)],
        buyer: toBuyer(order, occasion.buyer),
        notes: order.isFirm ? [{ name: 'taxNumber', value: taxNumberOf(order) }] : [],
      },
    }),
  );

const SHIPPING = { id: 'shipping', kind: 'shipping', name: 'Futár', quantity: '1', rates: ['27'] } as const;

const toParts = (grossMinor: number, vat: '27' | '5') => {
  const taxMinor = taxIn(grossMinor, vat);
  return { netMinor: grossMinor - taxMinor, taxMinor };
};

const toRefund = ({ id, lines, shippingMinor, moneyMinor }: Refund, order: ShopOrder) => ({
  id: `R${id}`,
  rows: lines.flatMap(({ line: lineId, pieces }) => {
    const line = order.lines.find((one) => one.id === lineId);
    if (line === undefined) return [];
    return [{ rowId: String(lineId), quantity: String(pieces), ...toParts(line.unitMinor * pieces, line.vat) }];
  }),
  shippingMinor,
  returnedMinor: moneyMinor,
});

const toBuyer = (order: ShopOrder, buyer: number) => ({
  name: { first: ['Anna', 'Béla', 'Csilla'][buyer % 3], last: 'Minta' },
  company: order.isFirm ? 'Minta Kft.' : '',
  email: emailOf(buyer, order),
  address: { street: streetOf(order.moves), city: 'Budapest', zip: '1011' },
  country: 'HU',
});

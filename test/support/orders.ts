import fc from 'fast-check';
import type { OrderRefund, OrderRow, OrderSnapshot, Party } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { AccountSettings, ShopSettings } from '../../lib/settings/settings.ts';
import { arbitraryRow, toRefundRow } from './arbitrary-rows.ts';

/** A paid order of 6350.00 HUF by a private buyer in Hungary: two mugs and the shipping, 27 % included. */
export const anOrder = (overrides: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  kind: 'order',
  coverage: 'whole',
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  orderId: '1001',
  number: '#1001',
  createdAt: '2026-12-02T09:00:00.000Z' as Instant,
  changedAt: '2026-12-02T09:05:00.000Z' as Instant,
  test: false,
  currency: 'HUF',
  shopCurrency: 'HUF',
  shopRate: null,
  taxesIncluded: true,
  taxExempt: false,
  paid: true,
  fulfilledAt: null,
  cancelledAt: null,
  totalMinor: 635_000,
  currentTotalMinor: overrides.totalMinor ?? 635_000,
  rows: [aRow(), aShippingRow()],
  refunds: [],
  gateways: ['shopify_payments'],
  buyer: aBuyer(),
  shipTo: aBuyer(),
  notes: [],
  ...overrides,
});

/** Two mugs, 4000.00 net and 1080.00 tax. */
export const aRow = (overrides: Partial<OrderRow> = {}): OrderRow => ({
  id: 'row-1',
  kind: 'item',
  sku: 'MUG-1',
  name: 'Bögre',
  quantity: '2',
  currentQuantity: '2',
  netMinor: 400_000,
  taxMinor: 108_000,
  grossMinor: 508_000,
  rates: ['27'],
  ...overrides,
});

/** 1000.00 net and 270.00 tax. */
export const aShippingRow = (overrides: Partial<OrderRow> = {}): OrderRow => ({
  id: 'shipping-1',
  kind: 'shipping',
  sku: '',
  name: 'Házhozszállítás',
  quantity: '1',
  currentQuantity: '1',
  netMinor: 100_000,
  taxMinor: 27_000,
  grossMinor: 127_000,
  rates: ['27'],
  ...overrides,
});

/** One mug given back with its money. */
export const aRefund = (overrides: Partial<OrderRefund> = {}): OrderRefund => ({
  id: 'refund-1',
  rows: [{ rowId: 'row-1', quantity: '1', netMinor: 200_000, taxMinor: 54_000 }],
  shippingMinor: 0,
  returnedMinor: 254_000,
  ...overrides,
});

/** `anOrder` with one of its two mugs given back, half an hour later. */
export const aPartlyRefundedOrder = (overrides: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  anOrder({
    changedAt: '2026-12-02T10:30:00.000Z' as Instant,
    refunds: [aRefund()],
    rows: [aRow({ currentQuantity: '1' }), aShippingRow()],
    currentTotalMinor: 381_000,
    ...overrides,
  });

/** `anOrder` with everything given back in one refund, shipping too. */
export const aWhollyRefundedOrder = (overrides: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  anOrder({
    changedAt: '2026-12-02T10:30:00.000Z' as Instant,
    refunds: [
      aRefund({
        rows: [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }],
        shippingMinor: 127_000,
        returnedMinor: 635_000,
      }),
    ],
    rows: [aRow({ currentQuantity: '0' }), aShippingRow()],
    currentTotalMinor: 0,
    ...overrides,
  });

export const aBuyer = (overrides: Partial<Party> = {}): Party => ({
  name: { first: 'Anna', last: 'Minta' },
  company: '',
  email: 'anna.minta@example.com',
  phone: '+36 1 555 0100',
  address: { street: 'Próba utca 1.', city: 'Budapest', zip: '1011' },
  country: 'HU',
  ...overrides,
});

export const aShop = (overrides: Partial<ShopSettings> = {}): ShopSettings => ({
  id: 'acme-shop',
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  shopId: '12345678',
  account: 'acme',
  secret: 'co3-bridge/acme-shop',
  invoiceFrom: Date.parse('2026-12-01T00:00:00+01:00'),
  mode: 'on',
  issueOn: 'paid',
  currency: 'shop',
  paymentDays: 8,
  fulfilmentDate: 'issue',
  payments: {},
  vatCases: {},
  taxNumberPlaces: ['note_attributes.adoszam'],
  fxRate: 'letter',
  edits: 'correctDifference',
  bookPayments: {},
  freeOrders: 'skip',
  unit: 'db',
  languages: { default: 'hu_HU' },
  contactCategories: [],
  ...overrides,
});

export const anAccount = (overrides: Partial<AccountSettings> = {}): AccountSettings => ({
  id: 'acme',
  secret: 'co3-bridge/acme',
  currency: 'HUF',
  seller: { country: 'HU' },
  readBack: { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 },
  contract: {},
  ...overrides,
});

/** A shop where no order stops for want of a setting: every VAT case keeps the order's own percent. */
export const aShopForEverything = (overrides: Partial<ShopSettings> = {}): ShopSettings => {
  const rate = { vat: 'rate', phrase: '', customerVatType: 'OTHER' } as const;
  return aShop({
    vatCases: { euBusiness: rate, euConsumer: rate, export: rate, exempt: rate, zero: rate },
    fxRate: { EUR: 400, JPY: 2.5, KWD: 1200.5 },
    ...overrides,
  });
};

/**
 * Orders whose figures agree, as a shop would send them: taxes included or not, one or two tax lines, discounts, fractional quantities,
 * currencies of 0, 2 and 3 decimals, and now and then a refund of whole pieces with its money.
 */
export const arbitraryOrder = (): fc.Arbitrary<OrderSnapshot> =>
  fc
    .record({
      orderId: fc.integer({ min: 1 }).map(String),
      currency: fc.constantFrom('HUF', 'EUR', 'JPY', 'KWD'),
      taxesIncluded: fc.boolean(),
      rows: fc.array(arbitraryRow(), { minLength: 1, maxLength: 6 }),
      refundedPieces: fc.array(fc.nat({ max: 3 }), { maxLength: 6 }),
      isShippingBack: fc.boolean(),
    })
    .map(({ orderId, currency, taxesIncluded, rows: plans, refundedPieces, isShippingBack }) => {
      const rows = plans.map((plan, at) => plan(`row-${at + 1}`, taxesIncluded));
      const back = rows.flatMap((row, at) => toRefundRow(row, refundedPieces[at] ?? 0));
      const shippingMinor = isShippingBack ? grossOf(rows.filter((row) => row.kind === 'shipping')) : 0;
      const returnedMinor = back.reduce((sum, row) => sum + row.netMinor + row.taxMinor, shippingMinor);
      const left = rows.map((row) => ({ ...row, currentQuantity: leftOf(row, back) }));
      return anOrder({
        orderId,
        number: `#${orderId}`,
        currency,
        taxesIncluded,
        rows: left,
        totalMinor: grossOf(rows),
        currentTotalMinor: grossOf(rows) - returnedMinor,
        refunds:
          returnedMinor === 0 && back.length === 0
            ? []
            : [{ id: 'refund-1', rows: back, shippingMinor, returnedMinor }],
      });
    });

const leftOf = (row: OrderRow, back: OrderRefund['rows']): string => {
  const refunded = back.find((part) => part.rowId === row.id);
  return refunded === undefined ? row.quantity : String(Number(row.quantity) - Number(refunded.quantity));
};

const grossOf = (rows: readonly OrderRow[]): number => rows.reduce((sum, row) => sum + row.grossMinor, 0);

import { minorDigits } from '../../event/money.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Instant, parseInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { namedFaults } from '../faults.ts';
import { amountOf, type Side } from './amounts.ts';
import { type Fields, fieldsOf, firstText, idOf, listOf, textOf } from './fields.ts';
import { type OrderHead, parseHead } from './head.ts';
import { readNotes } from './notes.ts';
import { readBuyer, readShipTo } from './parties.ts';
import { readRefunds } from './refunds.ts';
import { readRows } from './rows.ts';

/** An order's body as a snapshot. The problem names every place that cannot be read. */
export const readOrder = (body: Fields, shop: ShopSettings): Result<OrderSnapshot, string> => {
  const head = parseHead(body);
  if (!head.ok) return head;
  const orderId = idOf(body);
  if (orderId === null) return fail('admin_graphql_api_id and id are missing');

  const side = chooseSide(head.value, shop);
  const reading = { side, taxesIncluded: body['taxes_included'] === true };
  const refunds = readRefunds(reading, body);
  const totalMinor = amountOf(side, body, 'total_price', '');
  const snapshot: OrderSnapshot = {
    kind: 'order',
    coverage: 'whole',
    platform: 'shopify',
    tenant: shop.tenant,
    orderId,
    number: firstText(body['name'], body['order_number'], orderId),
    createdAt: head.value.created_at,
    changedAt: head.value.updated_at,
    test: body['test'] === true,
    currency: side.currency,
    shopCurrency: head.value.currency,
    shopRate: side.plain ? null : shopRateOf(head.value, side, totalMinor),
    taxesIncluded: reading.taxesIncluded,
    taxExempt: (body['tax_exempt'] ?? fieldsOf(body['customer'])['tax_exempt']) === true,
    paid: PAID.has(textOf(body['financial_status'])),
    fulfilledAt: readFulfilledAt(body, head.value.updated_at),
    cancelledAt: head.value.cancelled_at ?? null,
    totalMinor,
    currentTotalMinor: hasCurrentTotal(body) ? amountOf(side, body, 'current_total_price', '') : totalMinor,
    rows: readRows(reading, body, head.value.line_items, refunds),
    refunds,
    gateways: readGateways(body),
    buyer: readBuyer(body),
    shipTo: readShipTo(body),
    notes: readNotes(body),
  };
  return side.faults.length === 0 ? ok(snapshot) : fail(namedFaults(side.faults));
};

const PAID: ReadonlySet<string> = new Set(['paid', 'partially_refunded', 'refunded']);
const chooseSide = (head: OrderHead, shop: ShopSettings): Side => {
  const presentment = head.presentment_currency ?? head.currency;
  return shop.currency === 'shop' || presentment === head.currency
    ? { currency: head.currency, money: 'shop_money', plain: true, faults: [] }
    : { currency: presentment, money: 'presentment_money', plain: false, faults: [] };
};

/** What one unit of the order's currency is worth in the shop's, six decimals, rounded half up; null for a free order. */
const shopRateOf = (head: OrderHead, side: Side, totalMinor: number): string | null => {
  const shopSide: Side = { currency: head.currency, money: 'shop_money', plain: true, faults: side.faults };
  const shopTotal = BigInt(amountOf(shopSide, { total_price: head.total_price }, 'total_price', ''));
  if (totalMinor <= 0 || shopTotal <= 0n) return null;
  const dividend = shopTotal * 10n ** BigInt(minorDigits(side.currency)) * 1_000_000n;
  const divisor = BigInt(totalMinor) * 10n ** BigInt(minorDigits(head.currency));
  const millionths = String((dividend * 2n + divisor) / (divisor * 2n)).padStart(7, '0');
  return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`;
};

const hasCurrentTotal = (body: Fields): boolean =>
  typeof body['current_total_price'] === 'string' || typeof body['current_total_price'] === 'number';

const readFulfilledAt = (body: Fields, changedAt: Instant): Instant | null => {
  if (body['fulfillment_status'] !== 'fulfilled') return null;
  const moments = listOf(body['fulfillments'])
    .filter((fulfillment) => fulfillment['status'] !== 'cancelled')
    .map((fulfillment) => parseInstant(textOf(fulfillment['created_at'])))
    .filter((at) => at !== undefined)
    .sort();
  return moments.at(-1) ?? changedAt;
};

/** Older versions of the API have `gateway` alone. */
const readGateways = (body: Fields): string[] => {
  const names = body['payment_gateway_names'];
  return (Array.isArray(names) ? names : [body['gateway']]).map(textOf).filter((name) => name !== '');
};

import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { namedFaults } from '../faults.ts';
import { amountsListOf, type Fields, firstText, textOf } from '../fields.ts';
import { parseOrderHead } from './head.ts';
import { readNotes } from './notes.ts';
import { readBuyer, readShipTo } from './parties.ts';
import { amountOf, metaOf, type OrderReading } from './reading.ts';
import { isAllBack, readToldRefunds, toStatusRefund, withRefunds } from './refunds.ts';
import { readRows } from './rows.ts';
import { isWhollyRefunded, readState } from './state.ts';
import { readTaxRates } from './tax-rates.ts';

/** An order's body as a snapshot. The problem names every place that cannot be read. */
export const readOrder = (body: Fields, shop: ShopSettings): Result<OrderSnapshot, string> => {
  const head = parseOrderHead(body);
  if (!head.ok) return head;
  const { id, currency, date_created_gmt: createdAt, date_modified_gmt: changedAt } = head.value;

  const reading: OrderReading = { currency, rates: readTaxRates(body), faults: [] };
  const cards = readGiftCards(reading, body);
  const totalMinor = cards.reduce((sum, each) => sum + each, amountOf(reading, body, 'total', ''));
  const refunds = readAllRefunds(reading, body, totalMinor, cards.length > 0);
  const order: OrderSnapshot = {
    kind: 'order',
    coverage: refunds.length === 0 || isAllBack({ refunds, totalMinor }) ? 'whole' : 'without-refund-rows',
    platform: 'woocommerce',
    tenant: shop.tenant,
    orderId: id,
    number: firstText(body['number'], id),
    createdAt,
    changedAt,
    // WooCommerce marks no order as a test: that is a matter of its payment plugins.
    test: false,
    currency,
    shopCurrency: currency,
    shopRate: null,
    taxesIncluded: body['prices_include_tax'] === true,
    taxExempt: textOf(metaOf(body, 'is_vat_exempt')) === 'yes',
    ...readState(body, changedAt, reading.faults),
    totalMinor,
    currentTotalMinor: totalMinor,
    rows: readRows(reading, body, head.value.line_items),
    refunds: [],
    gateways: [textOf(body['payment_method']), ...(cards.length > 0 ? ['gift_card'] : [])].filter(
      (name) => name !== '',
    ),
    buyer: readBuyer(body),
    shipTo: readShipTo(body),
    notes: readNotes(body),
  };
  return reading.faults.length === 0 ? ok(withRefunds(order, refunds)) : fail(namedFaults(reading.faults));
};

/** What was paid with gift cards. The order's total is already less by it; a payment takes nothing off a price. */
const readGiftCards = (reading: OrderReading, body: Fields): number[] =>
  amountsListOf(body, 'gift_cards', '', reading.faults)
    .map((card, index) => amountOf(reading, card, 'amount', `gift_cards.${index}.`))
    .filter((minor) => minor !== 0);

/** Whether a gift card was given back too, no status says. */
const readAllRefunds = (reading: OrderReading, body: Fields, totalMinor: number, hasCards: boolean) => {
  const told = readToldRefunds(reading, body);
  const rest = isWhollyRefunded(body) && !hasCards ? toStatusRefund(told, totalMinor) : null;
  return rest === null ? told : [...told, rest];
};

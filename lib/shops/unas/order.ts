import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderRow, OrderSnapshot } from '../../event/snapshot.ts';
import { parseBudapest } from '../budapest-time.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { timesOf } from '../exact.ts';
import { namedFaults } from '../faults.ts';
import { firstText } from '../fields.ts';
import { grossRow } from '../gross-row.ts';
import { minorOf } from '../minor-of.ts';
import { childOf, childrenOf, textAt, type XmlNode } from '../xml.ts';
import { readNotes, readParty } from './order-parties.ts';

/** An order of `getOrder`. The problem names each place that cannot be read. */
export const readUnasOrder = (order: XmlNode, known: OrderSnapshot): Result<OrderSnapshot, string> => {
  const currency = textAt(order, 'Currency');
  const createdAt = parseBudapest(textAt(order, 'Date'));
  const totalMinor = minorOf(textAt(order, 'SumPriceGross'), currency);
  if (!/^[A-Z]{3}$/.test(currency)) return fail('Currency is no currency');
  if (createdAt === undefined) return fail('Date is no moment');
  if (totalMinor === undefined) return fail('SumPriceGross is no amount');
  const faults: string[] = [];
  const rows = readRows(childrenOf(childOf(order, 'Items'), 'Item'), currency, faults);
  if (faults.length > 0) return fail(namedFaults(faults));
  const changedAt = parseBudapest(textAt(order, 'DateMod')) ?? createdAt;
  return ok({
    ...known,
    coverage: 'whole',
    number: textAt(order, 'Key'),
    createdAt,
    changedAt,
    currency,
    shopCurrency: currency,
    paid: PAID.has(textAt(order, 'Payment', 'Status')),
    fulfilledAt:
      textAt(order, 'Invoice', 'Status') === '1' ? (parseBudapest(textAt(order, 'StatusDateMod')) ?? changedAt) : null,
    // Until its buyer has confirmed it, it is no more than one that was withdrawn.
    cancelledAt: textAt(order, 'Authenticated') === 'no' ? changedAt : null,
    totalMinor,
    currentTotalMinor: totalMinor,
    rows: [...rows],
    gateways: [firstText(textAt(order, 'Payment', 'Type'), textAt(order, 'Payment', 'Name'))].filter(
      (name) => name !== '',
    ),
    buyer: readParty(order, 'Invoice'),
    shipTo: readParty(order, 'Shipping'),
    notes: readNotes(order),
  });
};

const PAID: ReadonlySet<string> = new Set(['paid', 'overpaid']);
const KINDS: ReadonlyMap<string, OrderRow['kind']> = new Map([
  ['shipping-cost', 'shipping'],
  ['handel-cost', 'fee'],
]);

/** The same goods may stand in several rows, each of another variant. */
const readRows = (items: readonly XmlNode[], currency: string, faults: string[]): readonly OrderRow[] => {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    // Documents whose rows have no id cannot be corrected.
    const id = firstText(textAt(item, 'Id'), `item-${index + 1}`);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    const row = readRow(item, times === 1 ? id : `${id}-${times}`, `Items.${index + 1}.`, currency, faults);
    return row.kind !== 'item' && row.grossMinor === 0 ? [] : [row];
  });
};

const readRow = (item: XmlNode, id: string, at: string, currency: string, faults: string[]): OrderRow => {
  const own = textAt(item, 'Id');
  const kind = KINDS.get(own) ?? (own.startsWith('discount-') ? 'fee' : 'item');
  const quantity = decimalTextOf(textAt(item, 'Quantity'));
  // The net price has four decimals and is rounded; the gross one is what was agreed.
  const grossMinor = timesOf(textAt(item, 'PriceGross'), textAt(item, 'Quantity'), currency);
  const percent = /^(\d{1,2}(?:\.\d+)?) ?%$/.exec(textAt(item, 'Vat'))?.[1] ?? null;
  if (quantity === null) faults.push(`${at}Quantity is no number`);
  if (grossMinor === undefined) faults.push(`${at}PriceGross is no amount in ${currency}`);
  if (percent === null && !/^[A-Z]{2,10}$/.test(textAt(item, 'Vat'))) faults.push(`${at}Vat is no percent and no code`);
  const facts = {
    id,
    kind,
    sku: kind === 'item' ? textAt(item, 'Sku') : '',
    name: nameOf(item),
    quantity: quantity ?? '0',
  };
  return grossRow(facts, grossMinor ?? 0, percent);
};

const nameOf = (item: XmlNode): string => {
  const variants = childrenOf(childOf(item, 'Variants'), 'Variant')
    .map((variant) => `${textAt(variant, 'Name')}: ${textAt(variant, 'Value')}`)
    .join(', ');
  return variants === '' ? textAt(item, 'Name') : `${textAt(item, 'Name')} (${variants})`;
};

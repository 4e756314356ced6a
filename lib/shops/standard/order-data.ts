import * as z from 'zod/mini';
import { whenAsked } from '../../event/when-asked.ts';
import { changedAt, currency, described, id, minor, moment, quantity, text, textOrNone } from './parts.ts';

const toName = () => z.strictObject({ first: textOrNone, last: textOrNone });
const toAddress = () =>
  z.strictObject({
    street: described(textOrNone, 'With the number of the house'),
    city: textOrNone,
    zip: textOrNone,
  });

const toParty = () =>
  z.strictObject({
    name: described(z._default(toName(), { first: '', last: '' }), 'Given name and family name'),
    company: described(textOrNone, 'Only a buyer with a company has a tax number'),
    email: textOrNone,
    phone: textOrNone,
    address: z._default(toAddress(), { street: '', city: '', zip: '' }),
    country: described(
      z._default(z.string().check(z.regex(/^([A-Z]{2})?$/, 'is no country of two capitals such as HU')), ''),
      'ISO 3166-1 alpha-2, such as HU; the VAT depends on it',
    ),
  });

const toRow = () =>
  z.strictObject({
    id: described(text.check(z.minLength(1)), 'Distinct within the order; refunds name it'),
    kind: described(
      z._default(z.enum(['item', 'shipping', 'tip', 'duty', 'fee', 'giftcard']), 'item'),
      'What is sold by it',
    ),
    sku: textOrNone,
    name: described(text.check(z.minLength(1)), 'As it is to stand on the invoice'),
    quantity,
    currentQuantity: described(
      z.optional(quantity),
      'What is left of it after edits and refunds; without it, `quantity` less what `refunds` give back',
    ),
    netMinor: described(minor, 'Net of the whole row at `quantity`, discounts taken off; in minor units'),
    taxMinor: described(minor, 'Its tax, in minor units'),
    grossMinor: described(z.optional(minor), 'Net and tax together, in minor units; without it, their sum'),
    rates: described(
      z.array(z.string().check(z.regex(/^\d{1,3}(\.\d+)?$/, 'is no percent such as "27"'))),
      'Percents of tax as texts, such as ["27"]; several add up. Empty where no tax is charged',
    ),
  });

const toRefundRow = () =>
  z.strictObject({
    rowId: described(text.check(z.minLength(1)), '`id` of the row that something of is given back'),
    quantity,
    netMinor: described(minor, 'Net of what is given back, in minor units'),
    taxMinor: described(minor, 'Its tax, in minor units'),
  });

const toRefund = () =>
  z.strictObject({
    id: described(text.check(z.minLength(1)), 'Distinct within the order'),
    rows: z._default(z.array(toRefundRow()), []),
    shippingMinor: described(z._default(minor, 0), 'Shipping given back, gross, in minor units'),
    returnedMinor: described(minor, 'Money that really went back to the buyer, in minor units'),
  });

const toNote = () => z.strictObject({ name: text.check(z.minLength(1)), value: text });

/** An order as a sender tells it: our snapshot without what the settings know, and without what goes without saying. */
export const orderData = whenAsked(() =>
  z
    .strictObject({
      kind: z.literal('order'),
      orderId: described(id, 'The order’s permanent id at the sender; under another one it would be invoiced again'),
      number: described(z.optional(text.check(z.minLength(1))), 'For people; without it, `orderId`'),
      createdAt: described(
        moment,
        'When it was placed, such as 2026-12-02T10:00:00+01:00; orders before the setting `invoiceFrom` are left alone',
      ),
      changedAt,
      test: described(z._default(z.boolean(), false), 'Test orders are never invoiced'),
      currency: described(currency, 'ISO 4217; of every amount in the order'),
      shopCurrency: described(z.optional(currency), 'That the shop keeps its books in; without it, `currency`'),
      shopRate: described(
        z._default(z.nullable(quantity), null),
        'How many units of `shopCurrency` one unit of `currency` is worth, a decimal as text',
      ),
      taxesIncluded: described(z._default(z.boolean(), true), 'Whether the shop’s prices hold their tax'),
      taxExempt: described(z._default(z.boolean(), false), 'Whether the order or its buyer is exempt from tax'),
      paid: described(z.boolean(), 'Paid in full, whatever was given back since'),
      fulfilledAt: described(
        z._default(z.nullable(moment), null),
        'When all of it was fulfilled; null, or left out, before',
      ),
      cancelledAt: described(
        z._default(z.nullable(moment), null),
        'When it was cancelled; null, or left out, where it was not',
      ),
      totalMinor: described(minor, 'What the rows come to, gross, as it was placed; in minor units'),
      currentTotalMinor: described(
        z.optional(minor),
        'What it comes to after edits and refunds, gross, in minor units; without it, `totalMinor`',
      ),
      rows: z.array(toRow()),
      refunds: described(z._default(z.array(toRefund()), []), 'All there were so far, not only the last'),
      gateways: described(
        z._default(z.array(text), []),
        'How it was paid, in the sender’s words; the setting `payments` maps them',
      ),
      buyer: described(z.nullable(toParty()), 'Who is billed'),
      shipTo: described(z._default(z.nullable(toParty()), null), 'Who the goods go to, where that is not the buyer'),
      notes: described(
        z._default(z.array(toNote()), []),
        'Free texts; a company’s tax number is looked for under the name `taxNumber`',
      ),
    })
    .check(({ value, issues }) => {
      // A refund that is told twice would be taken off twice.
      for (const list of ['rows', 'refunds'] as const)
        for (const index of repeated(value[list]))
          issues.push({ code: 'custom', input: '', path: [list, index, 'id'], message: REPEATED[list] });
    }),
);

const REPEATED = { rows: 'is that of a row before', refunds: 'is that of a refund before' } as const;

/** Where an id stands that stood before. */
const repeated = (list: readonly { readonly id: string }[]): readonly number[] => {
  const seen = new Set<string>();
  return list.flatMap(({ id: own }, index) => {
    const isFirst = !seen.has(own);
    seen.add(own);
    return isFirst ? [] : [index];
  });
};

export type OrderData = z.output<ReturnType<typeof orderData>>;

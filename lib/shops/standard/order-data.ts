import * as z from 'zod';
import { changedAt, currency, id, minor, moment, quantity, text, textOrNone } from './parts.ts';

const name = z.strictObject({ first: textOrNone, last: textOrNone });
const address = z.strictObject({
  street: textOrNone.describe('With the number of the house'),
  city: textOrNone,
  zip: textOrNone,
});

const party = z.strictObject({
  name: name.default({ first: '', last: '' }).describe('Given name and family name'),
  company: textOrNone.describe('Only a buyer with a company has a tax number'),
  email: textOrNone,
  phone: textOrNone,
  address: address.default({ street: '', city: '', zip: '' }),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'is no country of two capitals such as HU')
    .default('')
    .describe('ISO 3166-1 alpha-2, such as HU; the VAT depends on it'),
});

const row = z.strictObject({
  id: text.min(1).describe('Distinct within the order; refunds name it'),
  kind: z.enum(['item', 'shipping', 'tip', 'duty', 'fee', 'giftcard']).default('item').describe('What is sold by it'),
  sku: textOrNone,
  name: text.min(1).describe('As it is to stand on the invoice'),
  quantity,
  currentQuantity: quantity.optional().meta({
    description: 'What is left of it after edits and refunds; without it, `quantity` less what `refunds` give back',
  }),
  netMinor: minor.describe('Net of the whole row at `quantity`, discounts taken off; in minor units'),
  taxMinor: minor.describe('Its tax, in minor units'),
  grossMinor: minor.optional().meta({ description: 'Net and tax together, in minor units; without it, their sum' }),
  rates: z
    .array(z.string().regex(/^\d{1,3}(\.\d+)?$/, 'is no percent such as "27"'))
    .describe('Percents of tax as texts, such as ["27"]; several add up. Empty where no tax is charged'),
});

const refundRow = z.strictObject({
  rowId: text.min(1).describe('`id` of the row that something of is given back'),
  quantity,
  netMinor: minor.describe('Net of what is given back, in minor units'),
  taxMinor: minor.describe('Its tax, in minor units'),
});

const refund = z.strictObject({
  id: text.min(1).describe('Distinct within the order'),
  rows: z.array(refundRow).default([]),
  shippingMinor: minor.default(0).describe('Shipping given back, gross, in minor units'),
  returnedMinor: minor.describe('Money that really went back to the buyer, in minor units'),
});

const note = z.strictObject({ name: text.min(1), value: text });

/** An order as a sender tells it: our snapshot without what the settings know, and without what goes without saying. */
export const orderData = z
  .strictObject({
    kind: z.literal('order'),
    orderId: id.describe('The order’s permanent id at the sender; under another one it would be invoiced again'),
    number: text.min(1).optional().meta({ description: 'For people; without it, `orderId`' }),
    createdAt: moment.meta({
      description:
        'When it was placed, such as 2026-12-02T10:00:00+01:00; orders before the setting `invoiceFrom` are left alone',
    }),
    changedAt,
    test: z.boolean().default(false).describe('Test orders are never invoiced'),
    currency: currency.describe('ISO 4217; of every amount in the order'),
    shopCurrency: currency.optional().meta({ description: 'That the shop keeps its books in; without it, `currency`' }),
    shopRate: quantity
      .nullable()
      .default(null)
      .describe('How many units of `shopCurrency` one unit of `currency` is worth, a decimal as text'),
    taxesIncluded: z.boolean().default(true).describe('Whether the shop’s prices hold their tax'),
    taxExempt: z.boolean().default(false).describe('Whether the order or its buyer is exempt from tax'),
    paid: z.boolean().describe('Paid in full, whatever was given back since'),
    fulfilledAt: moment.nullable().default(null).describe('When all of it was fulfilled; null, or left out, before'),
    cancelledAt: moment.nullable().default(null).describe('When it was cancelled; null, or left out, where it was not'),
    totalMinor: minor.describe('What the rows come to, gross, as it was placed; in minor units'),
    currentTotalMinor: minor.optional().meta({
      description: 'What it comes to after edits and refunds, gross, in minor units; without it, `totalMinor`',
    }),
    rows: z.array(row),
    refunds: z.array(refund).default([]).describe('All there were so far, not only the last'),
    gateways: z
      .array(text)
      .default([])
      .describe('How it was paid, in the sender’s words; the setting `payments` maps them'),
    buyer: party.nullable().describe('Who is billed'),
    shipTo: party.nullable().default(null).describe('Who the goods go to, where that is not the buyer'),
    notes: z
      .array(note)
      .default([])
      .describe('Free texts; a company’s tax number is looked for under the name `taxNumber`'),
  })
  .check(({ value, issues }) => {
    // A refund that is told twice would be taken off twice.
    for (const list of ['rows', 'refunds'] as const)
      for (const index of repeated(value[list]))
        issues.push({ code: 'custom', input: '', path: [list, index, 'id'], message: REPEATED[list] });
  });

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

export type OrderData = z.output<typeof orderData>;

import * as z from 'zod';
import { settingsOf } from './settings-of.ts';

export const CUSTOMER_VAT_TYPES = ['DOMESTIC', 'PRIVATE_PERSON', 'OTHER'] as const;
export type CustomerVatType = (typeof CUSTOMER_VAT_TYPES)[number];

/** The cases of VAT that no program may decide by itself; `domestic` needs no mapping. */
export const MAPPED_VAT_CASES = ['euBusiness', 'euConsumer', 'export', 'exempt', 'zero'] as const;
export type MappedVatCase = (typeof MAPPED_VAT_CASES)[number];

const PERCENT = /^(\d{1,2}(\.\d+)?|100(\.0+)?)$/;
/** With a sign that is no digit, else it would be a percent above 100. */
const CODE = /^(?=.*[A-Z_])[A-Z0-9_]+$/;
const isVat = (text: string): boolean => PERCENT.test(text) || CODE.test(text);

const AS_TEXT = 'a VAT percent is a text such as "27"';

export const percentText = z.string(AS_TEXT).regex(/^\d{1,2}(\.\d+)?$/, AS_TEXT);

/** A row of the bridge's own: no order says its VAT. */
export const ownRow = settingsOf({ name: z.string().min(1), vat: percentText });

/** A sold gift card has a VAT of its own: the order's percent says nothing of it. */
export const giftCardMapping = settingsOf({
  vat: z.string().refine(isVat, 'a percent from "0" to "100", or a code in capitals such as TAM'),
  phrase: z.string(),
});

export const vatMapping = settingsOf({
  /** What the row's VAT says: a percent, a code such as EUT; `rate` keeps the order's own percent. */
  vat: z
    .string()
    .refine(
      (text) => text === 'rate' || isVat(text),
      '`rate`, a percent from "0" to "100", or a code in capitals such as EUT',
    ),
  /** The legal phrase that the document bears. */
  phrase: z.string(),
  customerVatType: z.enum(CUSTOMER_VAT_TYPES),
});

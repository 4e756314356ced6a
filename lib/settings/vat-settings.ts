import { anyText, matching, oneOf, settingsOf, someText } from './settings-of.ts';
import { CUSTOMER_VAT_TYPES } from './vat-words.ts';

const PERCENT = String.raw`\d{1,2}(\.\d+)?|100(\.0+)?`;
/** With a sign that is no digit, else it would be a percent above 100. */
const CODE = '(?=.*[A-Z_])[A-Z0-9_]+';

export const percentText = matching(/^\d{1,2}(\.\d+)?$/, 'a VAT percent is a text such as "27"');

/** A row of the bridge's own: no order says its VAT. */
export const ownRow = settingsOf({ name: someText(), vat: percentText });

/** A sold gift card has a VAT of its own: the order's percent says nothing of it. */
export const giftCardMapping = settingsOf({
  vat: matching(new RegExp(`^(${PERCENT}|${CODE})$`), 'a percent from "0" to "100", or a code in capitals such as TAM'),
  phrase: anyText(),
});

export const vatMapping = settingsOf({
  /** What the row's VAT says: a percent, a code such as EUT; `rate` keeps the order's own percent. */
  vat: matching(
    new RegExp(`^(rate|${PERCENT}|${CODE})$`),
    '`rate`, a percent from "0" to "100", or a code in capitals such as EUT',
  ),
  /** The legal phrase that the document bears. */
  phrase: anyText(),
  customerVatType: oneOf(CUSTOMER_VAT_TYPES),
});

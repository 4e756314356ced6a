import { type Co3Code, FINANCE } from './row.ts';

const HELD = 'Makes a letter of the order; five running hold the account.';

/** A value in an invoice that CO3 does not take. */
export const FINANCE_VALUE_CODES = {
  302: {
    ...FINANCE,
    name: 'InvalidDirection',
    title: { en: 'CO3 does not know this direction of an invoice', hu: 'A CO3 nem ismeri ezt a számlairányt' },
    text: 'Error in "crdr" field. The valid values are the following: received, outgoing, advance in, advance out',
    fixedBy: 'developer',
    tail: 'allowed',
    points: { any: ['crdr'] },
    allowed: ['received', 'outgoing', 'advance in', 'advance out'],
    handling: HELD,
    advice: {
      en: 'The bridge sent a direction that CO3 does not know. Look at the account’s `contract.values` for `crdr` in infra/shops.yml, else at the invoice table in lib/co3. Mend it, deploy, then `bridge dlq redrive ID`.',
      hu: 'A bridge olyan számlairányt küldött, amelyet a CO3 nem ismer. Ellenőrizze a `crdr` értékét a fiók `contract.values` beállításában (infra/shops.yml), majd a lib/co3 számlatábláját. Javítsa, telepítse, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  303: {
    ...FINANCE,
    name: 'InvalidPaymentMethod',
    title: { en: 'CO3 does not take this payment method', hu: 'A CO3 nem fogadja el ezt a fizetési módot' },
    text: 'Error in "method" field. The valid values are the following: transfer, cash, bankcard, cheque, other, c.o.d., direct debit',
    fixedBy: 'settings',
    tail: 'allowed',
    points: { any: ['method'] },
    allowed: ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit'],
    handling: HELD,
    advice: {
      en: 'CO3 does not take this payment method. Map the shop’s payment to one of the allowed values under `payments` of the shop in infra/shops.yml (look also for a rename under the account’s `contract.values`), deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem fogadja el ezt a fizetési módot. Rendelje a webáruház fizetési módját valamelyik megengedett értékhez a `payments` beállításban az infra/shops.yml fájlban (nézze meg azt is, nincs-e átnevezés a fiók `contract.values` beállításában), telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  304: {
    ...FINANCE,
    name: 'UnknownBankAccount',
    title: { en: 'CO3 has no such bank account', hu: 'Ez a bankszámla nem szerepel a CO3-ban' },
    text: 'Non-existing bank account with the given value',
    fixedBy: 'settings',
    points: { any: ['bank_account'] },
    handling: HELD,
    advice: {
      en: 'CO3 has no such bank account. Copy the account exactly as it stands in CO3’s finance settings into `bankAccount` of the shop in infra/shops.yml, or create it in CO3. Deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban nincs ilyen bankszámla. Másolja át pontosan úgy, ahogyan a CO3 pénzügyi beállításaiban szerepel, a webáruház `bankAccount` beállításába az infra/shops.yml fájlban, vagy vegye fel a CO3-ban. Telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  305: {
    ...FINANCE,
    name: 'IssueDateBeforeLastInvoice',
    title: { en: 'The issue date is before the last invoice’s', hu: 'A számla kelte korábbi az utolsó számláénál' },
    text: 'The issue date of invoice must bigger or equal than the issue date of the last invoice.',
    fixedBy: 'accountant',
    points: { any: ['issue_date'] },
    handling:
      'Makes a letter of the order; five running hold the account. A redrive takes the day on which it is sent.',
    advice: {
      en: 'CO3 holds an invoice with a later issue date than today. Look up the date of the last issued invoice in CO3. If that date is a mistake, cancel that invoice as accounting rules demand; if it is meant, wait until that day. Then `bridge dlq redrive ID`: the issue date is taken anew when it is sent.',
      hu: 'A CO3-ban van a mai napnál későbbi keltezésű számla. Keresse meg a CO3-ban az utoljára kiállított számla keltét. Ha a dátum téves, sztornózza a számlát a számviteli szabályok szerint; ha szándékos, várja meg azt a napot. Ezután indítsa újra: `bridge dlq redrive ID`; a számla kelte a küldés napja lesz.',
    },
  },
  306: {
    ...FINANCE,
    name: 'PaymentDateBeforeIssue',
    title: { en: 'The due date is before the issue date', hu: 'A fizetési határidő korábbi a számla kelténél' },
    text: 'The payment date of invoice must bigger or equal than the issue date.',
    fixedBy: 'settings',
    points: { any: ['payment_date', 'issue_date'] },
    handling: HELD,
    advice: {
      en: 'The payment date lies before the issue date. Set `paymentDays` of the shop in infra/shops.yml to 0 or more, deploy, then `bridge dlq redrive ID`: both dates are taken anew.',
      hu: 'A fizetési határidő korábbi, mint a számla kelte. Állítsa a webáruház `paymentDays` értékét legalább 0-ra az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`; mindkét dátum újra kiszámítódik.',
    },
  },
  308: {
    ...FINANCE,
    name: 'InvalidLanguage',
    title: { en: 'CO3 has no invoices in this language', hu: 'A CO3-ban nincs ilyen számlanyelv' },
    text: 'Invalid "language":',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['language'] },
    handling: HELD,
    advice: {
      en: 'CO3 does not have this invoice language. Put one that CO3 offers (such as hu_HU, en_US, de_DE) under `languages` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3-ban nincs ilyen számlanyelv. Írjon a CO3 által kínált nyelvet (például hu_HU, en_US, de_DE) a webáruház `languages` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  311: {
    ...FINANCE,
    name: 'InvalidInvoiceCurrency',
    title: { en: 'CO3 issues no invoices in this currency', hu: 'Ebben a pénznemben nem állítható ki számla' },
    text: 'Invalid currency:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['currency'] },
    allowed: ['USD', 'GBP', 'EUR', 'HUF'],
    handling: HELD,
    advice: {
      en: 'The CO3 account issues no invoices in this currency. Have CO3 enable it, or set `currency` of the shop in infra/shops.yml to `shop` or `presentment`, whichever gives an allowed one, and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-fiókban ebben a pénznemben nem állítható ki számla. Engedélyeztesse a CO3-mal, vagy állítsa a webáruház `currency` értékét az infra/shops.yml fájlban `shop` vagy `presentment` értékre, attól függően, melyik ad megengedett pénznemet, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  312: {
    ...FINANCE,
    name: 'InvalidCustomerVatType',
    title: { en: 'CO3 does not take this kind of customer', hu: 'A CO3 nem fogadja el ezt a vevőtípust' },
    text: 'Customer VAT type can be DOMESTIC, PIVATE_PERSON OR OTHER. Invalid customer VAT type:',
    fixedBy: 'settings',
    tail: 'value',
    points: { any: ['customer_vat_type'] },
    allowed: ['DOMESTIC', 'PRIVATE_PERSON', 'OTHER'],
    handling: HELD,
    advice: {
      en: 'CO3 does not take this kind of customer. If CO3 insists on its own spelling PIVATE_PERSON, rename it in the account’s `contract` (`values: { customer_vat_type: { PRIVATE_PERSON: PIVATE_PERSON } }`); otherwise correct `customerVatType` under `vatCases` in infra/shops.yml. Deploy, then `bridge dlq redrive ID`.',
      hu: 'A CO3 nem fogadja el ezt a vevőtípust. Ha a CO3 a saját PIVATE_PERSON írásmódját várja, nevezze át a fiók `contract` beállításában (`values: { customer_vat_type: { PRIVATE_PERSON: PIVATE_PERSON } }`); egyébként javítsa a `vatCases` alatti `customerVatType` értéket az infra/shops.yml fájlban. Telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
} as const satisfies Record<number, Co3Code>;

import { COMMON, type Co3Code } from './row.ts';

const PARKED = 'Makes a letter of the order and goes on with the next.';
const HELD = 'Makes a letter of the order and goes on with the next; five running hold the account.';

/** The form of one field, whatever the method. */
export const COMMON_FIELD_CODES = {
  12: {
    ...COMMON,
    name: 'DateFormat',
    text: 'Date format error in field',
    fixedBy: 'buyer-data',
    tail: 'field',
    allowed: ['YYYY-MM-DD'],
    handling: PARKED,
    advice: {
      en: 'The named date is none that CO3 can read (YYYY-MM-DD). If it comes from the order, correct it in the shop and the order goes again by itself; if the bridge makes it, this is a fault of ours: give the letter to the developers.',
      hu: 'A megnevezett dátumot a CO3 nem tudja értelmezni (ÉÉÉÉ-HH-NN alak szükséges). Ha a rendelésből származik, javítsa a webáruházban, és a rendelés magától újra elindul; ha a bridge állítja elő, programhiba történt: adja át a levelet a fejlesztőknek.',
    },
  },
  13: {
    ...COMMON,
    name: 'IntegerFormat',
    text: 'Integer format error in field',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: PARKED,
    advice: {
      en: 'The named field must be a whole number. Correct it in the shop’s order and the order goes again by itself; if nobody entered it there, give the letter to the developers.',
      hu: 'A megnevezett mezőben egész számnak kell állnia. Javítsa a webáruház rendelésében, és a rendelés magától újra elindul; ha az értéket nem ott vitték be, adja át a levelet a fejlesztőknek.',
    },
  },
  14: {
    ...COMMON,
    name: 'NumericFormat',
    text: 'Numeric format error in field',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: PARKED,
    advice: {
      en: 'The named field must be a number with a decimal point, without spaces or a currency. Correct it in the shop’s order and the order goes again by itself; if nobody entered it there, give the letter to the developers.',
      hu: 'A megnevezett mezőben számnak kell állnia, tizedesponttal, szóköz és pénznem nélkül. Javítsa a webáruház rendelésében, és a rendelés magától újra elindul; ha az értéket nem ott vitték be, adja át a levelet a fejlesztőknek.',
    },
  },
  15: {
    ...COMMON,
    name: 'MustNotBeZero',
    text: 'The following field must not be 0:',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: PARKED,
    advice: {
      en: 'The named field is 0 and must not be, often the quantity of a row. Correct the row in the shop’s order (or take it out) and the order goes again by itself; an `…_id` of 0 is for the developers.',
      hu: 'A megnevezett mező értéke nem lehet 0; gyakran egy tétel mennyisége a hibás. Javítsa (vagy törölje) a tételt a webáruház rendelésében, és a rendelés magától újra elindul; ha egy `…_id` mező értéke 0, adja át a levelet a fejlesztőknek.',
    },
  },
  16: {
    ...COMMON,
    name: 'MustNotBeNegative',
    text: 'The following field must be 0 or bigger:',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: PARKED,
    advice: {
      en: 'The named field is negative. Look in the shop’s order for a negative price, fee or quantity that some app has added, correct it there, and the order goes again by itself.',
      hu: 'A megnevezett mező értéke negatív. Keressen a webáruház rendelésében negatív árat, díjat vagy mennyiséget (például egy bővítmény adta hozzá), javítsa ott, és a rendelés magától újra elindul.',
    },
  },
  17: {
    ...COMMON,
    name: 'MustBePercent',
    text: 'The following field must be minimum 0 and maximum 100:',
    fixedBy: 'buyer-data',
    tail: 'field',
    allowed: ['0–100'],
    handling: PARKED,
    advice: {
      en: 'The named field must be a percentage from 0 to 100. Correct the VAT rate or the discount in the shop’s order or, where a mapping gives it, in infra/shops.yml (then deploy). Then `bridge dlq redrive ID`.',
      hu: 'A megnevezett mezőben 0 és 100 közötti százaléknak kell állnia. Javítsa az áfakulcsot vagy a kedvezményt a webáruház rendelésében, illetve ha leképezésből származik, az infra/shops.yml fájlban (utána telepítsen). Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  19: {
    ...COMMON,
    name: 'MustBeDigits',
    text: 'The following field must contain only numbers',
    fixedBy: 'buyer-data',
    tail: 'field',
    handling: PARKED,
    advice: {
      en: 'The named field may hold digits only: no letters, spaces or hyphens. Correct it in the shop (in an order often the postcode or the phone number, of a product the EAN), and it goes again by itself.',
      hu: 'A megnevezett mező csak számjegyeket tartalmazhat: betűt, szóközt és kötőjelet nem. Javítsa a webáruházban (rendelésben gyakran az irányítószám vagy a telefonszám, terméknél az EAN hibás), és magától újra elindul.',
    },
  },
  20: {
    ...COMMON,
    name: 'InvalidVat',
    text: 'Invalid VAT',
    fixedBy: 'buyer-data',
    points: { setContact: ['contact_vat_number'], setInvoice: ['vat'], setProduct: ['vat'] },
    handling: PARKED,
    advice: {
      en: 'For a contact: the buyer’s tax number is wrong. Ask the buyer, correct it in the shop’s order, and the order goes again by itself. For an invoice or a product: a row’s VAT rate is none that CO3 knows. Correct the product’s tax in the shop or `vatCases` in infra/shops.yml, then `bridge dlq redrive ID`.',
      hu: 'Partner esetén: hibás a vevő adószáma. Egyeztessen a vevővel, javítsa a webáruház rendelésében, és a rendelés magától újra elindul. Számla vagy termék esetén: a CO3 nem ismeri valamelyik tétel áfakulcsát. Javítsa a termék adóbeállítását a webáruházban vagy a `vatCases` leképezést az infra/shops.yml fájlban, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  21: {
    ...COMMON,
    name: 'InvalidCurrency',
    text: 'Invalid currency! The valid currencies are:',
    fixedBy: 'settings',
    tail: 'allowed',
    points: { setInvoice: ['currency'], setProduct: ['price_currency'], any: ['currency'] },
    allowed: ['USD', 'GBP', 'EUR', 'HUF'],
    handling: HELD,
    advice: {
      en: 'The CO3 account does not take this currency. Either have CO3 enable it for the account, or choose an allowed one with `currency` of the shop or the account in infra/shops.yml and deploy. Then `bridge dlq redrive ID`.',
      hu: 'A CO3-fiók nem fogadja el ezt a pénznemet. Engedélyeztesse a CO3-mal a fiókhoz, vagy válasszon megengedett pénznemet a webáruház, illetve a fiók `currency` beállításában az infra/shops.yml fájlban, és telepítsen. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  22: {
    ...COMMON,
    name: 'InvalidEmail',
    text: 'Invalid e-mail address',
    fixedBy: 'buyer-data',
    points: { any: ['contact_email'] },
    handling: PARKED,
    advice: {
      en: 'The buyer’s e-mail address is none (a missing @, a space, a typing error in the domain). Ask the buyer or use the phone number in the order, correct the e-mail in the shop’s order, and the order goes again by itself; otherwise `bridge dlq redrive ID`.',
      hu: 'A vevő e-mail-címe hibás (hiányzik a @, szóköz van benne, vagy elírták a tartománynevet). Egyeztessen a vevővel, szükség esetén a rendelésben megadott telefonszámon, javítsa az e-mail-címet a webáruház rendelésében, és a rendelés magától újra elindul; ha nem, indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  23: {
    ...COMMON,
    name: 'MustBeFlag',
    text: 'The following field must be 0 or 1',
    fixedBy: 'developer',
    tail: 'field',
    allowed: ['0', '1'],
    handling: HELD,
    advice: {
      en: 'The bridge sent something else than 0 or 1 in the named field: a fault in the draft-to-tag table in lib/co3 or in the account’s `contract.values`. Mend it, deploy, then `bridge dlq redrive ID`.',
      hu: 'A bridge a megnevezett mezőben nem 0-t vagy 1-et küldött: hiba van a lib/co3 megfeleltetési táblájában vagy a fiók `contract.values` beállításában. Javítsa, telepítse, majd indítsa újra: `bridge dlq redrive ID`.',
    },
  },
} as const satisfies Record<number, Co3Code>;

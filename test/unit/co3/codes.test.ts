import { describe, expect, it } from 'vitest';
import { CO3_CODES, type Co3Code, isKnownCode } from '../../../lib/co3/codes.ts';

const ROWS: readonly (readonly [number, Co3Code])[] = Object.entries(CO3_CODES).map(([code, row]) => [
  Number(code),
  row,
]);

/** The error policy as it is written down: code, name, scope, who mends, alarm, and how CO3's text is read on. */
const POLICY = `
1 MissingXml message developer
2 XmlSyntax message developer
3 InvalidCommand message developer
4 MissingParameter message buyer-data tail=field
5 InvalidApiKey lane co3-admin
6 InvalidSessionKey call -
7 AuthenticationFailed lane co3-admin
8 TooManyRequests call -
9 BannedAddress lane co3-admin
10 SessionExpired call -
11 NotHttps lane settings
12 DateFormat message buyer-data tail=field
13 IntegerFormat message buyer-data tail=field
14 NumericFormat message buyer-data tail=field
15 MustNotBeZero message buyer-data tail=field
16 MustNotBeNegative message buyer-data tail=field
17 MustBePercent message buyer-data tail=field
18 PermissionDenied message co3-admin alarm
19 MustBeDigits message buyer-data tail=field
20 InvalidVat message buyer-data
21 InvalidCurrency message settings tail=allowed
22 InvalidEmail message buyer-data
23 MustBeFlag message developer tail=field
24 TrialPeriod lane co3-admin
201 ContactNotAccessible call co3-admin
202 DatabaseQueryError message co3-admin retried
203 UnknownContactOwner message settings tail=value
204 InvalidContactCategories message settings tail=allowed
205 ContactLimitReached message co3-admin alarm
206 ContactNameMissing message buyer-data
301 InvoiceNotFound message accountant
302 InvalidDirection message developer tail=allowed
303 InvalidPaymentMethod message settings tail=allowed
304 UnknownBankAccount message settings
305 IssueDateBeforeLastInvoice message accountant
306 PaymentDateBeforeIssue message settings
307 InvalidStornoId message accountant tail=value
308 InvalidLanguage message settings tail=value
309 AlreadyPaid call - tail=value
310 OverPayment message accountant tail=value
311 InvalidInvoiceCurrency message settings tail=value
312 InvalidCustomerVatType message settings tail=value
313 UnknownFile message accountant
401 ProductNotFound call settings
402 UnknownWarehouse message settings
403 NotEnoughStock message accountant tail=value
404 InvalidProductType message developer
405 UnknownPartProduct message settings tail=value
406 ProductContainsItself message settings
407 InvalidShippingType message settings tail=value
408 DeliveryNotFound message accountant
409 InvalidPriceCurrency message settings tail=value
410 InvalidTakeInCurrency message settings tail=value
411 TooManyProducts call - tail=value
412 NoPurchaseOrderExtension message co3-admin alarm
413 NoPurchaseOrderForProject message settings tail=value
414 PurchaseOrderNotReceivable message accountant
415 IncompleteWarehouseAddress message settings
416 WarehouseNameTaken message settings`;

describe('the catalogue', () => {
  it('holds the 59 codes with name, scope, mender, alarm and tail of the error policy', () => {
    const written = ROWS.map(([code, row]) =>
      [
        code,
        row.name,
        row.scope,
        row.fixedBy ?? '-',
        ...(row.alarm ? ['alarm'] : []),
        ...(row.retried ? ['retried'] : []),
        ...(row.tail === 'none' ? [] : [`tail=${row.tail}`]),
      ].join(' '),
    );

    expect(written).toStrictEqual(POLICY.trim().split('\n'));
    expect(written).toHaveLength(59);
  });

  it('counts 24 codes to all modules, then those of 200, 300 and 400 to theirs', () => {
    const modules = ROWS.map(([, row]) => row.module);

    expect(modules).toStrictEqual([
      ...Array(24).fill('common'),
      ...Array(6).fill('crm'),
      ...Array(13).fill('finance'),
      ...Array(16).fill('product'),
    ]);
  });

  it.each([
    [1, 'Missing XML'],
    [4, 'Missing parameter'],
    [8, 'Too many requests in the same time. Please try later!'],
    [10, 'Your session key is expired. Please authenticate again!'],
    [12, 'Date format error in field'],
    [17, 'The following field must be minimum 0 and maximum 100:'],
    [21, 'Invalid currency! The valid currencies are:'],
    [203, 'Bad "contact_owner" field! The following user not exists'],
    [206, 'contact_lastname, contact_firstname or contact_firm nodes could not be empty in case of a new contact.'],
    [302, 'Error in "crdr" field. The valid values are the following: received, outgoing, advance in, advance out'],
    [305, 'The issue date of invoice must bigger or equal than the issue date of the last invoice.'],
    [312, 'Customer VAT type can be DOMESTIC, PIVATE_PERSON OR OTHER. Invalid customer VAT type:'],
    [406, "The product id is equal to one of it's part product id in field 'collective_product'"],
    [416, 'This warehouse name is already exists.'],
  ] as const)('keeps the words of CO3 for %i as CO3 spells them', (code, text) => {
    expect(CO3_CODES[code].text).toBe(text);
  });

  it('gives every name and every text once', () => {
    const names = ROWS.map(([, row]) => row.name);
    const texts = ROWS.map(([, row]) => row.text);

    expect(new Set(names).size).toBe(59);
    expect(new Set(texts).size).toBe(59);
  });
});

describe.each(ROWS.map(([code, row]) => ({ code, row, title: `${code} ${row.name}` })))('$title', ({ row }) => {
  it('says in English and in Hungarian what to do, in whole sentences', () => {
    const { en, hu } = row.advice;

    expect(en).toMatch(/^[A-Z].{20,}\.$/su);
    expect(hu).toMatch(/^[A-ZÁÉÍÓÖŐÚÜŰ].{20,}\.$/su);
    expect(hu).toMatch(/[áéíóöőúüű]/u);
    expect(hu).not.toBe(en);
  });

  it('has a headline in both languages that fits in a line', () => {
    const { en, hu } = row.title;

    expect(en).toMatch(/^[A-Z][^.]{8,59}$/u);
    expect(hu).toMatch(/^[A-ZÁÉÍÓÖŐÚÜŰ][^.]{8,59}$/u);
  });

  it('names the same commands and settings in both languages', () => {
    expect(quotedIn(row.advice.hu)).toStrictEqual(quotedIn(row.advice.en));
  });

  it('points at a field where CO3 quotes a value or lists what is allowed', () => {
    const pointed = Object.values(row.points).flat();

    expect(pointed.length > 0 || row.tail === 'none' || row.tail === 'field').toBe(true);
    expect(row.tail === 'field' && pointed.length > 0).toBe(false);
  });

  it('tells somebody to act exactly where somebody can mend it', () => {
    expect(row.advice.en.startsWith('Nothing to do')).toBe(row.fixedBy === null);
    expect(row.advice.hu.startsWith('Nincs teendő')).toBe(row.fixedBy === null);
  });
});

it.each([
  [0, false],
  [25, false],
  [22, true],
  [200, false],
  [416, true],
  [417, false],
  [22.5, false],
  [-1, false],
  [Number.NaN, false],
])('knows of %d whether it is a code: %s', (code, known) => {
  const answer = isKnownCode(code);

  expect(answer).toBe(known);
});

const quotedIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, inner]) => inner ?? ''))].toSorted();

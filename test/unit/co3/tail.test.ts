import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailOf, toItems, toQuotedValue, toTagNames } from '../../../lib/co3/tail.ts';

const CURRENCIES = 'Invalid currency! The valid currencies are:';
const OWNER = 'Bad "contact_owner" field! The following user not exists';
const DATE = 'Date format error in field';

describe('tailOf', () => {
  it.each([
    ['plain', 'Date format error in field issue_date'],
    ['a colon between', 'Date format error in field: issue_date'],
    ['a full stop behind', 'Date format error in field issue_date.'],
    ['quotes', 'Date format error in field "issue_date"'],
    ['quotes and a full stop', 'Date format error in field "issue_date".'],
    ['Hungarian quotes', 'Date format error in field „issue_date”'],
    ['brackets', 'Date format error in field (issue_date)'],
    ['square brackets', 'Date format error in field [issue_date]'],
    ['another case', 'DATE FORMAT error in Field issue_date'],
    ['other spaces', '  Date  format\n error in\tfield   issue_date  '],
    ['entities left over', 'Date format error in field &quot;issue_date&quot;'],
    ['entities escaped twice', 'Date format error in field &amp;quot;issue_date&amp;quot;'],
    ['numeric entities', 'Date format error in field &#34;issue_date&#x22;'],
    ['CDATA marks left over', '<![CDATA[Date format error in field issue_date]]>'],
    ['CDATA marks between', '<![CDATA[Date format error in field]]><![CDATA[issue_date]]>'],
    ['spaces that do not break', 'Date format error in field&nbsp;issue_date&amp;nbsp;'],
    ['a word before', 'Error: Date format error in field issue_date'],
  ])('cuts after the known words: %s', (_, description) => {
    const tail = tailOf(description, DATE);

    expect(tail).toStrictEqual({ text: 'issue_date', after: 'words' });
  });

  it.each([
    ['Date format error in field', { text: '', after: 'words' }],
    ['', { text: '', after: 'nothing' }],
    ['Wrong date: issue_date', { text: 'issue_date', after: 'colon' }],
    [': issue_date', { text: 'issue_date', after: 'colon' }],
    ['Wrong date in issue_date', { text: 'Wrong date in issue_date', after: 'nothing' }],
    ['Date format error in fields issue_date', { text: 'Date format error in fields issue_date', after: 'nothing' }],
  ])('tells of «%s» what stands behind what', (description, expected) => {
    const tail = tailOf(description, DATE);

    expect(tail).toStrictEqual(expected);
  });

  it('decodes no number beyond Unicode', () => {
    const tail = tailOf('Date format error in field &#9999999;', DATE);

    expect(tail.text).toBe('&#9999999;'.slice(0, -1));
  });
});

describe('toItems', () => {
  it.each([
    ['HUF, EUR, USD', ['HUF', 'EUR', 'USD']],
    ['HUF,EUR;USD.', ['HUF', 'EUR', 'USD']],
    ['HUF,, EUR, HUF', ['HUF', 'EUR']],
    ['"HUF", "EUR"', ['HUF', 'EUR']],
    ['transfer, c.o.d., direct debit', ['transfer', 'c.o.d.', 'direct debit']],
    ['cash, c.o.d.', ['cash', 'c.o.d.']],
    ['(régi) vevő, (új)', ['(régi) vevő', 'új']],
    ['Vevő (régi), Kutatás &amp; fejlesztés', ['Vevő (régi)', 'Kutatás & fejlesztés']],
    ['', []],
  ])('reads «%s»', (list, expected) => {
    const items = toItems(tailOf(`${CURRENCIES} ${list}`, CURRENCIES));

    expect(items).toStrictEqual(expected);
  });

  it('takes prose for no list', () => {
    const items = toItems(tailOf('This currency is not allowed, sorry', CURRENCIES));

    expect(items).toStrictEqual([]);
  });
});

describe('toTagNames', () => {
  it.each([
    ['the spelling of the known tag', `${DATE} ISSUE_DATE`, ['issue_date']],
    ['every known tag, once', `${DATE} issue_date, payment_date, issue_date`, ['issue_date', 'payment_date']],
    ['the known tag among other words', `${DATE} of invoice issue_date!`, ['issue_date']],
    ['the first word where none is known', `${DATE} szállítás_napja (nap)`, ['szállítás_napja']],
    ['a known tag after other words of CO3', 'Bad date in payment_date', ['payment_date']],
    ['nothing after other words of CO3', 'Bad date in delivery_date', []],
    ['nothing of an empty tail', DATE, []],
    ['nothing of a number', `${DATE} 12`, []],
    ['the first word that can be a tag', `${DATE} 3.row day? date1`, ['date1']],
  ])('reads %s', (_, description, expected) => {
    const names = toTagNames(tailOf(description, DATE), ['issue_date', 'payment_date']);

    expect(names).toStrictEqual(expected);
  });
});

describe('toQuotedValue', () => {
  it.each([
    [`${OWNER} 12`, '12'],
    [`${OWNER}: 12.`, '12'],
    [`${OWNER} (Kis Éva)`, 'Kis Éva'],
    [`${OWNER} 10:30`, '10:30'],
    [`${OWNER} -5`, '-5'],
    [OWNER, ''],
    ['No such user: 12', '12'],
    ['There is no user 12', '12'],
    ['12', '12'],
    ['Of 12 users it is none', ''],
    ['There is no such user', ''],
    ['', ''],
  ])('reads of «%s» the value «%s»', (description, expected) => {
    const value = toQuotedValue(tailOf(description, OWNER));

    expect(value).toBe(expected);
  });
});

it('reads texts of any kind and length without throwing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 10_000 }),
      fc.constantFrom(CURRENCIES, OWNER, DATE),
      (text, words) => {
        const tail = tailOf(text, words);

        expect(tail.text.length).toBeLessThanOrEqual(text.length);
        expect(toItems(tail).every((item) => item !== '')).toBe(true);
        expect(toQuotedValue(tail).length).toBeLessThanOrEqual(text.length);
        expect(toTagNames(tail, ['issue_date']).length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

it.each([
  ['spaces', ' '.repeat(10_000)],
  ['words', `${DATE} `.repeat(400)],
  ['entities', '&amp;'.repeat(2_000)],
  ['dots and digits', '1.'.repeat(5_000)],
])('reads 10,000 characters of %s at once', (_, text) => {
  const tail = tailOf(`${text}x`, DATE);
  const names = toTagNames(tail, ['issue_date']);

  expect(names.length).toBeLessThanOrEqual(1);
  expect(toQuotedValue(tail).length).toBeLessThanOrEqual(text.length + 1);
});

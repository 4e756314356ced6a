import { describe, expect, it } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { OWN_PROBLEMS, type OwnProblem, toOwnError } from '../../../lib/co3/own-problems.ts';
import { TRANSLATE_PROBLEMS } from '../../../lib/translate/drafts.ts';
import { parseTaxNumber } from '../../../lib/translate/tax-number.ts';

const PROBLEMS: readonly (readonly [string, OwnProblem])[] = Object.entries(OWN_PROBLEMS);

it('has a reason for everything that an order, a product or a level can stop at without a code', () => {
  const names = Object.keys(OWN_PROBLEMS).toSorted();

  expect(names).toStrictEqual(
    [
      ...TRANSLATE_PROBLEMS,
      'UnreadablePayload',
      'WrongShop',
      'DataRequested',
      'NeverMerged',
      'OrderTooLarge',
      'OutcomeUnknown',
      'CorrectionNeeded',
      'ChangedAfterInvoice',
      'AmountDiffers',
      'GoodsTooLarge',
      'InvoiceMissingInCo3',
      'ConflictingSnapshots',
      'ContactNotConfirmed',
      'WorkerCrashed',
      'RefusedWithoutCode',
      'UnknownCode',
      'DuplicateFound',
      'ChangedAfterDiscard',
      'OwedAgain',
      'DocumentIdUnknown',
      'UnknownShop',
      'SkuMissing',
      'SkuNotUnique',
      'ProductNotConfirmed',
      'StockUnreadable',
      'StockItemUnknown',
      'ShopOrderUnreadable',
    ].toSorted(),
  );
});

it('takes no name that a code has', () => {
  const names: readonly string[] = Object.values(CO3_CODES).map(({ name }) => name);

  expect(Object.keys(OWN_PROBLEMS).filter((name) => names.includes(name))).toStrictEqual([]);
});

describe.each(PROBLEMS)('%s', (name, problem) => {
  it('says in both languages what to do, with the same commands and settings', () => {
    const { en, hu } = problem.advice;

    expect(en).toMatch(/^[A-Z].{20,}\.$/su);
    expect(hu).toMatch(/^[A-ZÁÉÍÓÖŐÚÜŰ].*[áéíóöőúüű].*\.$/su);
    expect(quotedIn(hu)).toStrictEqual(quotedIn(en));
  });

  it('says in both languages what has happened, in a headline and in a sentence', () => {
    const { title, means } = problem;

    expect(title.en).toMatch(/^[A-Z][^.]{8,59}$/u);
    expect(title.hu).toMatch(/^[A-ZÁÉÍÓÖŐÚÜŰ][^.]{8,59}$/u);
    expect(means.en).toMatch(/^[A-Z].{20,}\.$/su);
    expect(means.hu).toMatch(/^[A-ZÁÉÍÓÖŐÚÜŰ].*[áéíóöőúüű].*\.$/su);
    expect(quotedIn(means.hu)).toStrictEqual(quotedIn(means.en));
  });

  it('leads to its section of the page', () => {
    expect(problem.docs).toBe(`docs/errors.md#${name.toLowerCase()}`);
  });
});

it.each([
  ['OutcomeUnknown', ['bridge dlq adopt ID --as NUMBER', 'bridge dlq redrive ID --send-again']],
  ['DocumentIdUnknown', ['bridge dlq adopt ID --as NUMBER']],
] as const)('advises with %s to say what CO3 has, and no redrive that would be refused', (name, commands) => {
  const named = quotedIn(OWN_PROBLEMS[name].advice.en).filter((quoted) => quoted.startsWith('bridge '));

  expect(named).toStrictEqual(commands);
});

it.each([
  'AmountDiffers',
  'ChangedAfterInvoice',
  'CorrectionNeeded',
  'DuplicateFound',
  'InvoiceMissingInCo3',
  'OwedAgain',
] as const)('says of %s when a redrive goes ahead', (name) => {
  expect(quotedIn(OWN_PROBLEMS[name].advice.en)).toContain('bridge dlq redrive ID');
});

it('advises with a tax number of the form that is taken', () => {
  const { en, hu } = OWN_PROBLEMS.InvalidTaxNumber.advice;

  const examples = [en, hu].map((advice) => /\d{8}-\d-\d{2}/.exec(advice)?.[0] ?? '');

  expect(examples.map((example) => parseTaxNumber(example, 'HU')?.text)).toStrictEqual([
    '12345676-1-42',
    '12345676-1-42',
  ]);
});

it.each(['SkuMissing', 'SkuNotUnique'] as const)(
  'says of %s that it is mended in the shop, not in its settings',
  (name) => {
    expect(OWN_PROBLEMS[name].fixedBy).toBe('buyer-data');
  },
);

it.each([
  ['WrongShop', ['tenant', 'shopId']],
  ['UnreadablePayload', ['standard']],
] as const)('advises with %s for every kind of shop', (name, words) => {
  expect(quotedIn(OWN_PROBLEMS[name].advice.en)).toStrictEqual(words.toSorted());
});

it('raises an alarm where a document is there twice', () => {
  expect(toOwnError('DuplicateFound', '', []).alarm).toBe(true);
});

it('puts a reason of our own into the form of an error', () => {
  const fields = [{ path: 'settings.payments', value: 'Barion', allowed: ['bankcard', 'other'] }];

  const error = toOwnError('UnmappedPayment', 'No payment method for «Barion».', fields);

  expect(error).toStrictEqual({
    code: null,
    name: 'UnmappedPayment',
    module: 'bridge',
    scope: 'message',
    fixedBy: 'settings',
    alarm: false,
    text: 'No payment method for «Barion».',
    fields: [{ tag: '', path: 'settings.payments', value: 'Barion', allowed: ['bankcard', 'other'] }],
    advice: OWN_PROBLEMS.UnmappedPayment.advice,
    docs: 'docs/errors.md#unmappedpayment',
  });
});

const quotedIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, inner]) => inner ?? ''))].toSorted();

import { expect, it } from 'vitest';
import { isLater, isShownOtherwise, nextLookAt, toLiveDocuments } from '../../../lib/deliver/live-documents.ts';
import type { Step } from '../../../lib/deliver/step-records.ts';
import { aLiveDocument, aStep } from '../../support/ledger-records.ts';

it.each([
  ['invoice', false],
  ['correction:1', true],
  ['storno:2', true],
  ['payment:1', false],
  ['contact', false],
])('%s comes after the order’s invoice: %s', (purpose, later) => {
  expect(isLater({ purpose })).toBe(later);
});

it.each([
  ['the amount that was sent', 635_000, null],
  ['another amount', 635_100, 635_100],
  ['no amount', null, null],
])('a step’s document stands as it was sent; where CO3 shows %s, that is kept beside it', (_, shown, shownMinor) => {
  const { id, purpose, generation, marker, currency, totalMinor, issuedAt, acceptedMinor, paidMinor, ...document } =
    aLiveDocument();

  expect(toLiveDocuments(aStep({ document }), id, shown)).toStrictEqual([{ ...aLiveDocument(), shownMinor }]);
});

it.each([
  ['no total', false, { shownMinor: null }],
  ['what was sent', false, { shownMinor: 635_000 }],
  ['another total', true, { shownMinor: 635_100 }],
  ['another total, which a person has accepted', false, { shownMinor: 635_100, acceptedMinor: 635_100 }],
  ['nothing since a person has accepted another total', false, { shownMinor: null, acceptedMinor: 635_100 }],
  ['yet another total than a person has accepted', true, { shownMinor: 635_200, acceptedMinor: 635_100 }],
])('a document of which CO3 shows %s is shown otherwise: %s', (_, expected, shown) => {
  expect(isShownOtherwise(aLiveDocument(shown))).toBe(expected);
});

it('a step that sent no document made none', () => {
  expect(toLiveDocuments(aStep({ purpose: 'payment:1' }), '42', null)).toStrictEqual([]);
});

it('CO3 is searched next when the first of the searches is due', () => {
  const steps = [looking(300), aStep(), looking(null), looking(200)];

  expect(nextLookAt({ steps })).toBe(200);
  expect(nextLookAt({ steps: [aStep(), looking(null)] })).toBeNull();
});

function looking(at: number | null): Step {
  return aStep({
    look: { reads: 0, at, until: 0, isPersonAsked: false, seen: [], adopt: null, refusal: null },
  });
}

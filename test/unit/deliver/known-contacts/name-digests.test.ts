import { describe, expect, it } from 'vitest';
import { buyerDigests, listedDigests, nameDigest } from '../../../../lib/deliver/known-contacts/name-digests.ts';
import { contactDraft } from '../../../support/drafts.ts';

describe('the digest of a name', () => {
  it.each([
    ['another order of its words', 'Anna Pető'],
    ['capitals', 'PETŐ ANNA'],
    ['other accents', 'Peto Ánna'],
    ['accents of their own', 'Peto\u030b Anna'],
    ['more blanks and signs', ' Pető,\t Anna. '],
  ])('is the same with %s', (_, name) => {
    const digests = [nameDigest('Pető Anna'), nameDigest(name)];

    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
  });

  it.each(['Pető', 'Pető Anna Anna', 'Pető Annamária', 'Petőanna'])('is another for %s', (name) => {
    expect(nameDigest(name)).not.toBe(nameDigest('Pető Anna'));
  });

  it.each(['', ' ', '—', '()'])('is none for %j', (name) => {
    expect(nameDigest(name)).toBeNull();
  });
});

describe('a listed contact', () => {
  it.each([
    ['Minta Anna', ['Minta Anna']],
    ['Minta Kft. (Kiss Béla)', ['Minta Kft. (Kiss Béla)', 'Minta Kft.']],
    ['(Kiss Béla)', ['Kiss Béla']],
    ['—', []],
  ])('%s is found by %j', (name, by) => {
    expect(listedDigests(name)).toStrictEqual(by.map(nameDigest));
  });
});

describe('a buyer', () => {
  it.each([
    [{ firm: '' }, ['Minta Mária']],
    [{ firm: 'Próba Kft.' }, ['Próba Kft. Minta Mária', 'Próba Kft.', 'Minta Mária']],
    [{ firm: 'Próba Kft.', lastName: '', firstName: '' }, ['Próba Kft.']],
    [{ lastName: '', firstName: '' }, []],
  ])('%j may be listed as %j', (draft, as) => {
    expect(buyerDigests(contactDraft(draft))).toStrictEqual(as.map(nameDigest));
  });
});

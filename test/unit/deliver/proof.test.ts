import { describe, expect, it } from 'vitest';
import { type Contract, PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { Proof, ProofDocument } from '../../../lib/deliver/lane-records.ts';
import { emptyLane } from '../../../lib/deliver/lane-state.ts';
import { dueProof, isAsSent, withCandidate, withProof } from '../../../lib/deliver/proof.ts';
import type { Step } from '../../../lib/deliver/step-records.ts';
import type { Work } from '../../../lib/deliver/work.ts';
import type { Day } from '../../../lib/event/time.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../support/ledger-records.ts';
import { anAccount } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const SENT = Date.parse('2026-12-02T09:30:00Z');
const MINUTE = 60_000;
const ORDER = anOrderRecord().key;
const NOTHING: Proof = { provenAt: null, candidate: null, failed: null };
const FAILED = { at: NOW - 60 * MINUTE, why: 'gone' };

const CANDIDATE: ProofDocument = {
  ...{ order: ORDER, marker: 'test/shopify:acme.myshopify.com/1001/invoice/1', id: '42', contactId: '7' },
  ...{ corrects: null, currency: 'HUF', totalMinor: 635_000, sentAt: SENT, reads: 0, at: SENT + 30_000 },
};

describe('a document that was done', () => {
  it('is to show whether CO3 keeps markers, once CO3 has had its time', () => {
    expect(candidateIn(NOTHING)).toStrictEqual({ ...NOTHING, candidate: CANDIDATE });
  });

  it('is so again an hour after another one was no proof, and keeps that in mind', () => {
    expect(candidateIn({ ...NOTHING, failed: FAILED })).toStrictEqual({
      ...{ provenAt: null, failed: FAILED },
      candidate: CANDIDATE,
    });
  });

  it.each<[string, Proof]>([
    ['it is known', { ...NOTHING, provenAt: 1 }],
    ['another one is looked for', { ...NOTHING, candidate: { ...CANDIDATE, marker: 'another' } }],
    ['another one was no proof less than an hour ago', { ...NOTHING, failed: { ...FAILED, at: FAILED.at + 1 } }],
  ])('is left alone where %s', (_, proof) => {
    expect(candidateIn(proof)).toStrictEqual(proof);
  });

  it('is left alone where the account says that comments are not kept', () => {
    const { assumptions } = PLAIN_CONTRACT;
    const contract = { ...PLAIN_CONTRACT, assumptions: { ...assumptions, commentKept: false } };

    expect(candidateIn(NOTHING, {}, contract)).toStrictEqual(NOTHING);
  });

  it('is left alone where nobody knows any more what was sent', () => {
    expect(candidateIn(NOTHING, { document: null })).toStrictEqual(NOTHING);
  });
});

it('is proven once, with nothing left to look for', () => {
  const first = withProof({ ...emptyLane(), proof: { ...NOTHING, candidate: CANDIDATE, failed: FAILED } }, NOW);
  const again = withProof(first, NOW + MINUTE);

  expect([first.proof, again.proof]).toStrictEqual(Array(2).fill({ provenAt: NOW, candidate: null, failed: null }));
});

it('is due when its time has come, and never without a document', () => {
  const due = [CANDIDATE.at - 1, CANDIDATE.at, CANDIDATE.at + 1].map((now) =>
    dueProof({ proof: { ...NOTHING, candidate: CANDIDATE } }, now),
  );

  expect([...due, dueProof({ proof: NOTHING }, NOW)]).toStrictEqual([undefined, CANDIDATE, CANDIDATE, undefined]);
});

it.each([
  [{}, true],
  [{ grossMinor: 635_001 }, false],
  [{ grossMinor: null }, false],
  [{ currency: 'EUR' }, false],
  [{ issueDay: '2026-12-03' as Day }, false],
])('what CO3 shows with %j is as it was sent: %s', (differs, isSame) => {
  const shown = { currency: 'HUF', grossMinor: 635_000, issueDay: '2026-12-02' as Day, ...differs };

  expect(isAsSent(shown, CANDIDATE)).toBe(isSame);
});

/** The proof of a lane after this step was done with CO3's id 42. */
const candidateIn = (proof: Proof, step: Partial<Step> = {}, contract: Contract = PLAIN_CONTRACT): Proof => {
  const { draft, contactId, corrects, content, buyer, ordered, refunds, isReplaced } = aLiveDocument();
  const document = { draft, contactId, corrects, content, buyer, ordered, refunds, isReplaced };
  const work = { account: anAccount(), contract, deps: { clock: { now: () => NOW } } };
  return withCandidate(
    { ...emptyLane(), proof },
    ORDER,
    aStep({ document, ...step }),
    '42',
    work as Pick<Work, 'account' | 'contract' | 'deps'>,
  ).proof;
};

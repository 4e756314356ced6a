import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveDocument } from '../../lib/deliver/step-records.ts';
import { aDocument, type BookedOrder, bookAll, paidOrder } from '../support/payments.ts';

it('books the money that came in, through every history of a paid order', () => {
  fc.assert(
    fc.property(history(), fc.infiniteStream(fc.boolean()), (acts, isBooked) => {
      let told = begin(acts.paidMinor, acts.backBefore);
      for (const act of acts.later) {
        if (isBooked.next().value === true) told = { ...told, documents: bookAll(orderOf(told), 'paid').documents };
        told = withAct(told, act);
      }

      const { documents } = bookAll(orderOf(told), 'paid');

      expect(paidOf(documents)).toBe(told.cameInMinor);
      expect(documents.every(({ paidMinor, totalMinor }) => paidMinor <= Math.max(0, totalMinor))).toBe(true);
    }),
  );
});

it('books every document whole, through every history of an order that is paid and refunded', () => {
  fc.assert(
    fc.property(history(), fc.infiniteStream(fc.boolean()), (acts, isBooked) => {
      let told = begin(acts.paidMinor, acts.backBefore);
      for (const act of acts.later) {
        if (isBooked.next().value === true)
          told = { ...told, documents: bookAll(orderOf(told), 'paid-and-refunded').documents };
        told = withAct(told, act);
      }

      const { documents } = bookAll(orderOf(told), 'paid-and-refunded');

      expect(documents.map(({ paidMinor }) => paidMinor)).toStrictEqual(documents.map(({ totalMinor }) => totalMinor));
    }),
  );
});

it('books what came in, whatever the documents, nothing beyond one, and takes no booking back', () => {
  fc.assert(
    fc.property(anyDocuments(), fc.array(fc.nat({ max: 300 }), { maxLength: 3 }), (documents, refunds) => {
      const order = paidOrder(documents, refunds);

      const booked = bookAll(order, 'paid').documents;

      const billing = documents.filter(({ totalMinor }) => totalMinor > 0);
      const cameInMinor = sum(documents.map(({ totalMinor }) => totalMinor)) + sum(refunds);
      const mostMinor = sum(billing.map(({ totalMinor, paidMinor }) => Math.max(totalMinor, paidMinor)));
      const wanted = Math.max(paidOf(billing), Math.min(cameInMinor, mostMinor));
      expect(paidOf(booked.filter(({ totalMinor }) => totalMinor > 0))).toBe(wanted);
      for (const [at, { paidMinor, totalMinor }] of booked.entries()) {
        const before = documents[at]?.paidMinor ?? 0;
        expect(paidMinor).toBeGreaterThanOrEqual(before);
        expect(paidMinor).toBeLessThanOrEqual(Math.max(before, totalMinor));
      }
    }),
  );
});

it('books every document whole, whatever they are, and takes no booking back', () => {
  fc.assert(
    fc.property(anyDocuments(), (documents) => {
      const booked = bookAll(paidOrder(documents), 'paid-and-refunded').documents;

      const wanted = documents.map(({ totalMinor, paidMinor }) =>
        totalMinor < 0 ? Math.min(totalMinor, paidMinor) : Math.max(totalMinor, paidMinor),
      );
      expect(booked.map(({ paidMinor }) => paidMinor)).toStrictEqual(wanted);
    }),
  );
});

interface Told {
  readonly documents: readonly LiveDocument[];
  /** Money that went back, by refund. */
  readonly refunds: readonly number[];
  /** What came in beyond what had gone back before the invoice. */
  readonly cameInMinor: number;
  readonly leftMinor: number;
}

type Act = { readonly kind: 'more' | 'back' | 'replaced'; readonly minor: number } | { readonly kind: 'all-back' };

/** An order that was paid, of which some money went back before its invoice. */
function begin(paidMinor: number, backBefore: readonly number[]): Told {
  const refunds = backBefore.map((share) => Math.floor((paidMinor * share) / 1_000));
  const left = paidMinor - sum(refunds);
  return {
    documents: [aDocument('invoice', left, { refunds: refunds.length, generation: 1 })],
    refunds,
    cameInMinor: left,
    leftMinor: left,
  };
}

/** What the shop did next, with the document that follows. */
function withAct(told: Told, act: Act): Told {
  const { documents, refunds, cameInMinor, leftMinor } = told;
  const n = documents.filter(({ purpose }) => purpose !== 'invoice').length + 1;
  switch (act.kind) {
    case 'more': {
      const purpose = leftMinor === 0 ? 'invoice' : `correction:${n}`;
      return {
        ...told,
        documents: [...documents, aDocument(purpose, act.minor, { generation: n })],
        cameInMinor: cameInMinor + act.minor,
        leftMinor: leftMinor + act.minor,
      };
    }
    case 'replaced': {
      if (leftMinor === 0) return told;
      const moreMinor = Math.max(act.minor, 1 - leftMinor);
      return {
        documents: [
          ...documents,
          aDocument(`storno:${n}`, -leftMinor, { isReplaced: true, generation: n }),
          aDocument('invoice', leftMinor + moreMinor, { generation: n + 1 }),
        ],
        refunds: moreMinor < 0 ? [...refunds, -moreMinor] : refunds,
        cameInMinor: cameInMinor + Math.max(0, moreMinor),
        leftMinor: leftMinor + moreMinor,
      };
    }
    case 'back':
    case 'all-back': {
      const minor = act.kind === 'back' ? Math.min(act.minor, leftMinor) : leftMinor;
      if (minor === 0) return told;
      const purpose = minor === leftMinor ? `storno:${n}` : `correction:${n}`;
      return {
        ...told,
        documents: [...documents, aDocument(purpose, -minor, { generation: n })],
        refunds: [...refunds, minor],
        leftMinor: leftMinor - minor,
      };
    }
  }
}

function history(): fc.Arbitrary<{ paidMinor: number; backBefore: number[]; later: Act[] }> {
  const minor = fc.integer({ min: 1, max: 500 });
  return fc.record({
    paidMinor: fc.integer({ min: 10, max: 1_000 }),
    backBefore: fc.array(fc.nat({ max: 400 }), { maxLength: 2 }),
    later: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('more' as const, 'back' as const), minor }),
        fc.record({ kind: fc.constant('replaced' as const), minor: fc.integer({ min: -500, max: 500 }) }),
        fc.record({ kind: fc.constant('all-back' as const) }),
      ),
      { maxLength: 6 },
    ),
  });
}

/** An invoice, then anything, with anything booked. */
function anyDocuments(): fc.Arbitrary<readonly LiveDocument[]> {
  const one = fc.record({
    purpose: fc.constantFrom('invoice', 'correction', 'storno'),
    totalMinor: fc.integer({ min: -300, max: 300 }),
    paidMinor: fc.oneof(fc.constant(0), fc.nat({ max: 400 })),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((documents) =>
    documents.map(({ purpose, totalMinor, paidMinor }, at) =>
      aDocument(at === 0 || purpose === 'invoice' ? 'invoice' : `${purpose}:${at}`, totalMinor, {
        paidMinor: totalMinor < 0 ? -paidMinor : paidMinor,
        generation: at + 1,
      }),
    ),
  );
}

function orderOf({ documents, refunds }: Told): BookedOrder {
  return paidOrder(documents, refunds);
}

function paidOf(documents: readonly LiveDocument[]): number {
  return sum(documents.map(({ paidMinor }) => paidMinor));
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}

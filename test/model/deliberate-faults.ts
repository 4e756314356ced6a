/** A fault put into the bridge on purpose: where the model does not see it, the model is worth nothing. */
export interface DeliberateFault {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What goes wrong with it. */
  readonly why: string;
}

export const DELIBERATE_FAULTS: readonly DeliberateFault[] = [
  {
    name: 'drop-sent',
    file: 'lib/deliver/document-step.ts',
    find: 'await writeSent(work, contact.order, step);',
    replace: '{ isPlanned: true, order: contact.order };',
    why: 'a document leaves without the write that says so: a worker that dies with it has forgotten it',
  },
  {
    name: 'retry-on-timeout',
    file: 'lib/deliver/decide.ts',
    find: `    case 'no-answer':
    case 'unreadable':`,
    replace: `    case 'no-answer':
      return { kind: attempt.isDocument ? 'never-left' : 'unknown' };
    case 'unreadable':`,
    why: 'a document without an answer is sent again, though CO3 may have made it',
  },
  {
    name: 'skip-condition',
    file: 'lib/deliver/update-record.ts',
    find: "if ((await tryWrite(ledger, record)) === 'written') return record;",
    replace: 'await tryWrite(ledger, record);\n    return record;',
    why: 'a write that met a newer version counts as written, and what it said is lost',
  },
  {
    name: 'trust-one-read',
    file: 'lib/deliver/plan-unknown.ts',
    find: "steps.find(({ state }) => state === 'unknown');",
    replace: "steps.find(({ state, look }) => state === 'unknown' && (look?.reads ?? 0) === 0);",
    why: 'one search that finds nothing counts as proof that nothing is there, and the document is sent again',
  },
  {
    name: 'short-lease',
    file: 'lib/deliver/drain.ts',
    find: 'const leaseUntil = deadline + LEASE_BEYOND_MS;',
    replace: 'const leaseUntil = clock.now() + 5_000;',
    why: 'the lease is free while its worker still works, and another one takes it',
  },
  {
    name: 'forget-on-301',
    file: 'lib/deliver/document-step.ts',
    find: 'const undo = (current: OrderRecord) => ({ ...current, steps: withoutStep(current, step) });',
    replace: `const isMissing = answer.kind === 'refused' && answer.errors.some(({ code }) => code === 301 || code === 307);
  const undo = (current: OrderRecord) => ({
    ...current,
    steps: withoutStep(current, step),
    documents: isMissing ? [] : current.documents,
  });`,
    why: 'an invoice that CO3 says it does not know is forgotten, and issued a second time',
  },
  {
    name: 'plan-while-unknown',
    file: 'lib/deliver/plan.ts',
    find: 'const unknown = planUnknown(order.steps) ?? planFindings(order);',
    replace: 'const unknown = planFindings(order);',
    why: 'a document is planned although nobody knows what became of the one before',
  },
  {
    name: 'lost-means-refused',
    file: 'lib/deliver/work-order.ts',
    find: "step.state === 'sent' && step.lease !== leaseId",
    replace: 'false && step.lease !== leaseId',
    why: 'a document that its worker has died with is taken for one that was never sent',
  },
  {
    name: 'older-wins',
    file: 'lib/deliver/merge.ts',
    find: "return other.changedAt < known.snapshot.changedAt ? 'older' : 'newer';",
    replace: "return 'newer';",
    why: 'a webhook that comes late puts the order back to what it was',
  },
  {
    name: 'no-pace',
    file: 'lib/co3/pace.ts',
    find: 'return twoBefore === undefined ? 0 :',
    replace: 'return twoBefore !== undefined ? 0 :',
    why: 'calls follow each other as fast as they can',
  },
  {
    name: 'adopt-by-figures',
    file: 'lib/deliver/search-documents.ts',
    find: 'markerLineOf(shown.comment) === marker &&',
    replace: '',
    why: 'any invoice of the same buyer is taken for the one that is looked for',
  },
  {
    name: 'forget-bell-and-due',
    file: 'lib/deliver/work-order.ts',
    find: 'dueAt: lane.leaseUntil,',
    replace: 'dueAt: null,',
    why: 'an order whose worker dies is due no more, and stands nowhere',
  },
  {
    name: 'book-without-reading',
    file: 'lib/deliver/payment-step.ts',
    find: 'const beforeMinor = farther(document.paidMinor, shown.balanceMinor, document.totalMinor);',
    replace: 'const beforeMinor = document.paidMinor;',
    why: 'what CO3 shows as paid is not looked at, and a booking without an answer is made again',
  },
  {
    name: 'corrections-never-end',
    file: 'lib/deliver/corrections/end-corrections.ts',
    find: 'one.endedAt === null && !isStillTold(told, one)',
    replace: 'one.endedAt !== null && !isStillTold(told, one)',
    why: 'a correction still stands when the shop has sent another value, and holds once more when it goes back to the old one',
  },
  {
    name: 'forget-corrections',
    file: 'lib/deliver/merge.ts',
    find: `    reason: 'NewSnapshot',
    dueAt: dueNow(current, now),`,
    replace: `    reason: 'NewSnapshot',
    corrections: [],
    dueAt: dueNow(current, now),`,
    why: 'a newer snapshot with the same faulty value undoes what a person has corrected',
  },
  {
    name: 'two-answers',
    file: 'lib/dead-letters/claim-letter.ts',
    find: "(current.letter.state === 'parked' ? redriving(current, asked) : undefined)",
    replace: 'redriving(current, asked)',
    why: 'of two people who answer one letter at once both are heard',
  },
  {
    name: 'throw-strays-away',
    file: 'lib/dead-letters/sweep-queue.ts',
    find: 'return takeStray(deps, notice);',
    replace: 'return deps.deadLetters.delete(receiptHandle);',
    why: 'a message that the queue gave up is taken out of it, and what it said is nowhere',
  },
];

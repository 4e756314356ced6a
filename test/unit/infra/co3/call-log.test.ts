import { expect, it } from 'vitest';
import { makeCallLog } from '../../../../infra/local/co3/call-log.ts';
import type { CallRecord } from '../../../../infra/local/co3/simulator-types.ts';

it('keeps the last thousand calls', () => {
  const log = makeCallLog();

  for (let at = 1; at <= 1002; at += 1) log.note(aCall({ at }));

  expect([log.calls.length, log.calls[0]?.at, log.calls.at(-1)?.at]).toStrictEqual([1000, 3, 1002]);
});

it('puts what became of a call in its place, and nowhere where the call is forgotten', () => {
  const log = makeCallLog();
  const [first, second] = [aCall({ at: 1 }), aCall({ at: 2 })];
  log.note(first);
  log.note(second);

  log.replace(first, aCall({ at: 1, outcome: 'saved', id: 7 }));
  log.replace(aCall({ at: 9 }), aCall({ at: 9, id: 8 }));

  expect(log.calls).toStrictEqual([aCall({ at: 1, outcome: 'saved', id: 7 }), second]);
});

const aCall = (changes: Partial<CallRecord>): CallRecord => ({
  at: 0,
  address: '192.0.2.1',
  account: 'acme',
  method: 'setInvoice',
  outcome: 'at-work',
  code: null,
  id: null,
  fault: 'late-commit',
  ...changes,
});

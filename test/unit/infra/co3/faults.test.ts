import { expect, it } from 'vitest';
import { type FaultRule, makeFaults } from '../../../../infra/local/co3/faults.ts';

it.each<[string, FaultRule, readonly boolean[]]>([
  ['the next call', { kind: 'reset' }, [true, false, false, false]],
  ['the third call', { kind: 'reset', nth: 3 }, [false, false, true, false]],
  ['two calls from the second', { kind: 'reset', nth: 2, times: 2 }, [false, true, true, false]],
  ['every call', { kind: 'reset', times: null }, [true, true, true, true]],
  ['calls of its method alone', { kind: 'reset', method: 'setContact', times: null }, [false, false, false, false]],
])('meets %s', (_what, rule, met) => {
  const faults = makeFaults();
  faults.add(rule);

  expect(met.map(() => faults.meet('setInvoice') !== undefined)).toStrictEqual(met);
});

it('lets reads lag and no write where no method is named', () => {
  const faults = makeFaults();
  faults.add({ kind: 'stale-read', ms: 5000, times: null });

  expect(['setInvoice', 'getInvoices'].map((method) => faults.meet(method)?.kind)).toStrictEqual([
    undefined,
    'stale-read',
  ]);
});

it('counts a call for every rule that means it', () => {
  const faults = makeFaults();
  faults.add({ kind: 'reset' });
  faults.add({ kind: '503', nth: 2 });

  expect([1, 2, 3].map(() => faults.meet('setInvoice')?.kind)).toStrictEqual(['reset', '503', undefined]);
});

it('forgets a rule that has run out, and all of them when cleared', () => {
  const faults = makeFaults();
  faults.add({ kind: 'reset' });
  faults.add({ kind: '503', nth: 9 });
  faults.meet('setInvoice');
  const left = faults.active();
  faults.clear();

  expect(left).toStrictEqual([{ rule: { kind: '503', nth: 9 }, seen: 1 }]);
  expect(faults.active()).toStrictEqual([]);
});

import { expect, it } from 'vitest';
import { callsDifference } from '../../../lib/dead-letters/calls-difference.ts';
import type { PlannedCalls } from '../../../lib/deliver/planned-calls.ts';

const planned = (calls: Readonly<Record<string, string>>): PlannedCalls => ({
  ...{ owedMinor: 0, currency: 'HUF', rows: [], predictions: [] },
  calls: Object.entries(calls).map(([method, xml]) => ({ method, xml })),
});

it('tells what becomes of each line of the calls that differ', () => {
  const before = planned({ setContact: '<a><b>1</b><c>2</c></a>', setInvoice: '<a/>' });
  const after = planned({ setContact: '<a><b>9</b><c>2</c></a>', setInvoice: '<a/>' });

  expect(callsDifference(before, after)).toStrictEqual([
    {
      method: 'setContact',
      lines: [
        { kind: 'same', text: '<a>' },
        { kind: 'old', text: '  <b>1</b>' },
        { kind: 'new', text: '  <b>9</b>' },
        { kind: 'same', text: '  <c>2</c>' },
        { kind: 'same', text: '</a>' },
      ],
    },
  ]);
});

it('has all lines new where nothing could be sent before, and old where nothing can be any more', () => {
  const call = planned({ setInvoice: '<a>1</a>' });

  expect(callsDifference(null, call)).toStrictEqual([
    { method: 'setInvoice', lines: [{ kind: 'new', text: '<a>1</a>' }] },
  ]);
  expect(callsDifference(call, null)).toStrictEqual([
    { method: 'setInvoice', lines: [{ kind: 'old', text: '<a>1</a>' }] },
  ]);
});

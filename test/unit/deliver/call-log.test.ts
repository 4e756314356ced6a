import { expect, it } from 'vitest';
import { makeCallLog } from '../../../lib/deliver/call-log.ts';
import type { LogFields } from '../../../lib/event/log.ts';

it('writes a line for each request, with what it is made for', () => {
  const logged: (LogFields & { readonly event: string })[] = [];
  const note = (event: string, fields: LogFields) => void logged.push({ event, ...fields });
  const calls = makeCallLog({ info: note, warn: note, error: note }, 'acme');

  calls.hear({ method: 'authenticate', kind: 'data', durationMs: 80 });
  calls.about({ shop: 'acme-shop', account: 'acme', order: 'shopify:acme#1', traceId: 'trace-1' });
  calls.hear({ method: 'setInvoice', kind: 'refused', durationMs: 120 });

  expect(logged).toStrictEqual([
    { event: 'CO3 called', account: 'acme', method: 'authenticate', status: 'data', durationMs: 80 },
    {
      ...{ event: 'CO3 called', shop: 'acme-shop', account: 'acme', order: 'shopify:acme#1', traceId: 'trace-1' },
      ...{ method: 'setInvoice', status: 'refused', durationMs: 120 },
    },
  ]);
});

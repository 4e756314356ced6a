import { expect, it } from 'vitest';
import { jsonLinesOf } from '../../support/output-of.ts';

it('prints one JSON line per call', () => {
  const lines = jsonLinesOf(`
    import { makeLog } from './lib/aws/log.ts';
    const log = makeLog({ stage: 'prod', tracingHeader: () => undefined });
    log.info('webhook', { shop: 'acme-shop', status: 202, traceId: 'trace' });
    log.warn('again', { attempt: 2 });
    log.error('step', { order: 'shopify:acme.myshopify.com#1001', code: 22, name: 'InvalidEmail' });
  `);

  const common = { service: 'co3-shop-bridge', stage: 'prod', timestamp: expect.any(String) };
  expect(lines).toEqual([
    expect.objectContaining({
      ...common,
      level: 'INFO',
      message: 'webhook',
      shop: 'acme-shop',
      status: 202,
      traceId: 'trace',
    }),
    expect.objectContaining({ ...common, level: 'WARN', message: 'again', attempt: 2 }),
    expect.objectContaining({
      ...common,
      level: 'ERROR',
      message: 'step',
      order: 'shopify:acme.myshopify.com#1001',
      code: 22,
      name: 'InvalidEmail',
    }),
  ]);
});

it('leaves out what is not on the list of fields', () => {
  const lines = jsonLinesOf(`
    import { makeLog } from './lib/aws/log.ts';
    const buyer = { email: 'anna@example.com', cause: new Error('secret'), shop: 'acme-shop' };
    makeLog({ stage: 'prod', tracingHeader: () => undefined }).info('webhook', buyer);
  `);

  expect(lines).toEqual([expect.objectContaining({ message: 'webhook', shop: 'acme-shop' })]);
  expect(JSON.stringify(lines)).not.toMatch(/anna|secret/);
});

it('names the trace that Lambda follows, as it is at each line', () => {
  const lines = jsonLinesOf(`
    import { makeLog } from './lib/aws/log.ts';
    const headers = ['Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1', undefined];
    const log = makeLog({ stage: 'prod', tracingHeader: () => headers.shift() });
    log.info('webhook', {});
    log.info('webhook', {});
  `);

  const line = {
    ...{ level: 'INFO', message: 'webhook', timestamp: expect.stringMatching(/^\d{4}-.*Z$/) },
    ...{ service: 'co3-shop-bridge', stage: 'prod' },
  };
  expect(lines).toStrictEqual([{ ...line, xray_trace_id: '1-5759e988-bd862e3fe1be46a994272793' }, line]);
});

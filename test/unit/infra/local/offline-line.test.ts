import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toOfflineLine } from '../../../../infra/local/offline-line.ts';

beforeEach(() => {
  vi.stubEnv('TZ', 'UTC');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const LOGGER = { service: 'co3-shop-bridge', stage: 'local', cold_start: true, function_name: 'deliver', traceId: 'x' };

it('turns a step of an order into one readable line', () => {
  const line = JSON.stringify({
    level: 'INFO',
    message: 'invoiced',
    timestamp: '2026-11-22T12:01:07.123Z',
    ...LOGGER,
    shop: 'acme-shop',
    account: 'acme',
    order: 'shopify:acme#1',
    number: '#1001',
    purpose: 'invoice',
    attempt: 1,
  });

  const shown = toOfflineLine(line);

  expect(shown).toStrictEqual({
    text: '12:01:07  acme-shop     #1001       invoiced  purpose=invoice  attempt=1',
    isProblem: false,
  });
});

it('names an order whose number it does not know by its id', () => {
  const shown = toOfflineLine('{"message":"snapshot merged","shop":"acme-shop","order":"shopify:acme#5801"}');

  expect(shown).toStrictEqual({ text: '          acme-shop     #5801       snapshot merged', isProblem: false });
});

it('marks what went wrong', () => {
  const shown = toOfflineLine(
    '{"level":"ERROR","message":"LaneHeld","timestamp":"2026-11-22T12:01:07Z","account":"acme","code":9}',
  );

  expect(shown).toStrictEqual({ text: '12:01:07  acme                      ERROR  LaneHeld  code=9', isProblem: true });
});

it.each([
  ["× Unhandled exception in handler 'deliver'."],
  ['      at handler (file:///deliver.mjs:1:2)'],
  ['Warning: found unsupported runtime'],
])('shows what it does not know as a problem: %s', (line) => {
  const shown = toOfflineLine(line);

  expect(shown).toStrictEqual({ text: line, isProblem: true });
});

it.each([
  [''],
  ['Starting Offline at stage local (eu-central-1)'],
  ['Offline [http for lambda] listening on http://127.0.0.1:3002'],
  ['Function names exposed for local invocation by aws-sdk:'],
  ['   * deliver: co3-shop-bridge-local-deliver'],
  ['Scheduling [tick] cron: [*/1 * * * *]'],
  ['Successfully invoked scheduled function: [tick]'],
  [' ┌──────────┐'],
  [' │   POST | http://127.0.0.1:3000/webhooks/{shop}   │'],
  ['Server ready: http://127.0.0.1:3000 🚀'],
  ['POST /webhooks/acme-shop (λ: receive)'],
  ['(λ: tick) RequestId: a4d1eeaa  Duration: 243.10 ms  Billed Duration: 244 ms'],
  ['{"_aws":{"Timestamp":1},"LaneHeld":1}'],
])('leaves out chatter and metrics: %s', (line) => {
  const shown = toOfflineLine(line);

  expect(shown).toBeNull();
});

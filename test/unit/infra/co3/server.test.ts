import { afterEach, expect, it } from 'vitest';
import type { FaultRule } from '../../../../infra/local/co3/faults.ts';
import { addSampleAccount, SAMPLE_ACCOUNT } from '../../../../infra/local/co3/sample.ts';
import { startCo3Server } from '../../../../infra/local/co3/server.ts';
import { makeCo3Simulator } from '../../../../infra/local/co3/simulator.ts';
import { makeHttpsTransport } from '../../../../lib/co3/transport.ts';

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

it('answers calls, and bears its page and its state', async () => {
  const { url, post } = await start();

  const call = await post(5000);
  const page = await fetch(`${url}/`);
  const state: unknown = await (await fetch(`${url}/state`)).json();

  expect(call).toMatchObject({ kind: 'answered', body: expect.stringContaining('<code>1</code>') });
  expect([page.headers.get('content-type'), await page.text()]).toStrictEqual([
    'text/html; charset=utf-8',
    expect.stringContaining('<title>CO3 simulator</title>'),
  ]);
  expect(state).toMatchObject({ accounts: [{ name: 'acme' }], calls: [{ code: 1 }] });
});

it.each<FaultRule>([
  { kind: 'commit-then-cut' },
  { kind: 'reset' },
  { kind: 'hang-after-commit' },
  { kind: 'late-commit', ms: 60_000 },
  { kind: 'late-commit', ms: 60_000, how: 'reset' },
])('gives no answer where the fault is $kind', async (rule) => {
  const { simulator, post } = await start();
  simulator.fault(rule);

  expect(await post(200)).toMatchObject({ kind: 'no-answer' });
});

it('gives a late answer after the client’s time-out', async () => {
  const { simulator, post } = await start();
  simulator.fault({ kind: 'slow', ms: 60_000 });

  expect(await post(100)).toMatchObject({ kind: 'no-answer' });
});

it('takes orders for faults and takes them back', async () => {
  const { url, simulator } = await start();

  const ordered = await order(url, { kind: 'refuse', code: 20, method: 'setContact', times: null });
  const inForce = simulator.faults.map(({ rule }) => rule);
  const cleared = await fetch(`${url}/faults`, { method: 'DELETE' });

  expect([ordered.status, cleared.status]).toStrictEqual([204, 204]);
  expect(inForce).toStrictEqual([{ kind: 'refuse', code: 20, method: 'setContact', times: null }]);
  expect(simulator.faults).toStrictEqual([]);
});

it('says what is wrong with an order', async () => {
  const { url, simulator } = await start();

  const answer = await order(url, { kind: 'refuse' });

  expect([answer.status, await answer.text()]).toStrictEqual([400, expect.stringContaining('code')]);
  expect(simulator.faults).toStrictEqual([]);
});

it('takes no order from another page in the browser', async () => {
  const { url, simulator } = await start();

  const answer = await order(url, { kind: 'reset' }, { origin: 'https://elsewhere.example' });

  expect(answer.status).toBe(403);
  expect(simulator.faults).toStrictEqual([]);
});

it('knows no other address', async () => {
  const { url } = await start();

  expect((await fetch(`${url}/favicon.png`)).status).toBe(404);
});

const start = async () => {
  const simulator = makeCo3Simulator({ now: () => 0, seed: 1, dialect: { jitterMs: 0 } });
  addSampleAccount(simulator, SAMPLE_ACCOUNT, 0);
  const server = await startCo3Server({ simulator, port: 0 });
  const transport = makeHttpsTransport();
  cleanUps.push(
    () => server.close(),
    () => transport.close(),
  );
  const post = (timeoutMs: number) => transport({ url: `${server.url}/api/crm`, body: '', timeoutMs });
  return { url: server.url, simulator, post };
};

const order = (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/faults`, { method: 'POST', headers, body: JSON.stringify(body) });

import { expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { toAsciiJson } from '../../lib/event/message.ts';
import { anOrder } from '../support/orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest, webhookWith } from '../support/webhooks.ts';
import type { Around } from '../support/world.ts';

const MINUTE = 60_000;

it('leads by one id from the webhook through everything that is done for its order', async () => {
  const world = aWorld();
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });

  await world.receive(webhook({}));
  await world.pass(5 * MINUTE);

  const { traceId } = lineOf(world, 'webhook');
  expect(traceId).toMatch(/^id-/);
  expect(linesOfOrder(world).filter((line) => line.traceId !== traceId)).toStrictEqual([]);
  expect(linesOfOrder(world).map(({ event }) => event)).toStrictEqual(
    expect.arrayContaining(['snapshot merged', 'CO3 called', 'outcome unknown', 'found in CO3']),
  );
});

it('goes on with the id of the webhook that has changed the order last', async () => {
  const world = aWorld();
  await world.receive(webhook({ email: 'not-an-email', contact_email: 'not-an-email' }));
  await world.deliver();
  const before = linesOfOrder(world).length;

  await world.receive(webhook({ updated_at: '2026-12-02T10:15:00+01:00' }));
  await world.deliver();

  const second = world.logged.findLast(({ event }) => event === 'webhook')?.traceId;
  const after = linesOfOrder(world).slice(before);
  expect(second).not.toBe(lineOf(world, 'webhook').traceId);
  expect(after.map(({ event }) => event)).toStrictEqual(expect.arrayContaining(['letter closed', 'document done']));
  expect(after.filter(({ traceId }) => traceId !== second)).toStrictEqual([]);
});

it('is in the line of a tick that cannot give notice of the letter', async () => {
  const world = aWorld((port, effect) =>
    port === 'dead-letters.send' ? Promise.reject(new Error('the queue is away')) : effect(),
  );

  await world.receive(webhook({ email: 'not-an-email', contact_email: 'not-an-email' }));
  await world.pass(5 * MINUTE);

  expect(lineOf(world, 'letter not mended').traceId).toBe(lineOf(world, 'webhook').traceId);
});

it('is in the line of a tick that finds the message which was never written down', async () => {
  const world = aWorld();
  const message = { kind: 'snapshot', shop: 'acme-shop', traceId: 'trace-7', snapshot: anOrder() };
  world.deadLetters.send(toAsciiJson(message));

  await world.pass(MINUTE);

  expect(lineOf(world, 'message never merged').traceId).toBe('trace-7');
});

function aWorld(around: Around = (_, effect) => effect()): SimulatedWorld {
  return makeSimulatedWorld({ seed: 3, dialect: PLAIN_DIALECT, around });
}

function webhook(fields: Readonly<Record<string, unknown>>) {
  const plain = { note_attributes: [], payment_gateway_names: ['shopify_payments'] };
  return shopifyRequest(webhookWith('shopify/orders-paid.huf.json', { ...plain, ...fields }));
}

function lineOf({ logged }: SimulatedWorld, event: string) {
  const line = logged.find((one) => one.event === event);
  if (line === undefined) throw new Error(`no line ${event}`);
  return line;
}

function linesOfOrder({ logged }: SimulatedWorld) {
  return logged.filter(({ order }) => order !== undefined);
}

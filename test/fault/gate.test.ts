import { expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { rebuildLedger } from '../../lib/deliver/rebuild.ts';
import type { Day } from '../../lib/event/time.ts';
import { anAccount, anOrder, aShop } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { refused } from '../support/scripted-co3.ts';
import { type Shown, showInvoices } from '../support/shown-invoices.ts';
import { makeWorld } from '../support/world.ts';

const MINUTE = 60_000;

it('gets on with its look where CO3 takes a second for an answer', async () => {
  const invoices: Shown[] = Array.from({ length: 100 }, (_, at) => ({ id: String(at + 1) }));
  const show = showInvoices(() => invoices);
  const co3 = programmedCo3((method, body) => {
    const answer = show(method, body);
    return answer === undefined ? undefined : { ...answer, latencyMs: 1_000 };
  });
  const world = makeWorld({ transport: co3.transport, accounts: [anAccount()], freshLanes: true });
  await world.arrive(anOrder());

  let invocations = 0;
  for (; invocations < 20; invocations += 1) {
    const messages = world.events.receive(120_000);
    if (messages.length === 0) break;
    await world.handle({ messages, deadline: world.clock.now() + MINUTE });
  }

  const reads = co3.methods().filter((m) => m === 'getInvoice').length;
  expect({
    invocations,
    reads,
    looked: world.ledger.all('lane')[0]?.lookedDownTo,
    reason: world.order().reason,
  }).toMatchObject({
    reads: 100,
    reason: 'Invoiced',
  });
});

it('can be opened by a person although CO3 refuses to show one invoice', async () => {
  const invoices: Shown[] = [{ id: '11' }, { id: '12', answer: refused(202) }];
  const show = showInvoices(() => invoices);
  const co3 = programmedCo3(show);
  const world = makeWorld({ transport: co3.transport, freshLanes: true });
  await world.arrive(anOrder());
  await world.deliver();
  await world.pass(60 * MINUTE);
  const hold = world.ledger.all('lane')[0]?.hold;

  const window = { from: '2026-11-30' as Day, to: '2026-12-03' as Day };
  const report = await rebuildLedger(
    { ...world.deps, say: () => undefined },
    {
      account: anAccount(),
      contract: PLAIN_CONTRACT,
      shops: [aShop()],
      stage: 'test',
      window,
      whole: window,
      isNothingElseThere: true,
    },
    () => undefined,
  );
  await world.deliver();

  expect({
    hold,
    report: report.ok ? report.value.staysShut : report.problem,
    reason: world.order().reason,
  }).toMatchObject({
    report: null,
    reason: 'Invoiced',
  });
});

it('a lane whose shop began years ago is shut with an alarm and not read for ever', async () => {
  const show = showInvoices(() => []);
  const co3 = programmedCo3((method, body) => {
    const answer = show(method, body);
    return answer === undefined ? undefined : { ...answer, latencyMs: 1_000 };
  });
  const shops = [aShop({ invoiceFrom: Date.parse('2022-12-01T00:00:00+01:00') })];
  const world = makeWorld({ transport: co3.transport, accounts: [anAccount()], shops, freshLanes: true });
  await world.arrive(anOrder());
  let invocations = 0;
  for (; invocations < 20; invocations += 1) {
    const messages = world.events.receive(120_000);
    if (messages.length === 0) break;
    await world.handle({ messages, deadline: world.clock.now() + MINUTE });
  }
  const { hold, ledger } = world.ledger.all('lane')[0] ?? {};
  expect({ invocations, reason: hold?.reason, ledger, alarms: world.alarms }).toStrictEqual({
    invocations: 1,
    reason: 'ledger-lost',
    ledger: null,
    alarms: ['LaneHeld'],
  });
});

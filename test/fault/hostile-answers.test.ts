import { expect, it } from 'vitest';
import { HOSTILE_ANSWERS, type HostileAnswer } from '../../infra/local/co3/hostile.ts';
import { provenWorld, standing } from '../support/delivery-stories.ts';
import { anOrder } from '../support/orders.ts';

const MINUTE = 60_000;
const UNREADABLE = Object.keys(HOSTILE_ANSWERS).filter((name) => name !== 'byte-order-mark') as HostileAnswer[];
const INVOICED = { order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] };

it.each(UNREADABLE)('an invoice that is answered by %s is unknown, and found by its marker', async (as) => {
  const world = await provenWorld({}, { kind: 'hostile-answer', as, method: 'setInvoice' });
  await world.arrive(anOrder());

  await world.deliver();
  const steps = world.order().steps.map(({ purpose, state }) => `${purpose} ${state}`);
  await world.pass(3 * MINUTE);

  expect(steps).toContain('invoice unknown');
  expect(standing(world)).toStrictEqual(INVOICED);
});

it('a mark before the text of an answer says nothing', async () => {
  const world = await provenWorld({}, { kind: 'hostile-answer', as: 'byte-order-mark', method: 'setInvoice' });
  await world.arrive(anOrder());

  await world.deliver();

  expect(standing(world)).toStrictEqual(INVOICED);
});

it.each(['empty', 'html', 'entity-bomb', 'utf-16'] as const)(
  'a search that is answered by %s proves nothing',
  async (as) => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    world.co3.fault({ kind: 'hostile-answer', as, method: 'getInvoices', times: 2 });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(10 * MINUTE);

    expect(standing(world)).toStrictEqual(INVOICED);
  },
);

import { expect, it } from 'vitest';
import { RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import { aProduct, aVariant } from '../support/goods.ts';
import { makeGoodsWorld, openLetters } from '../support/goods-world.ts';
import { anOrder } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

it('writes a product of 200 variants down in several visits, and lets an order go in between', async () => {
  let isOrderThere = false;
  const world: SimulatedWorld = makeGoodsWorld({
    around: async (port, effect, given) => {
      if (port.startsWith('ledger')) world.clock.advance(40);
      const isClaim = port === 'ledger.write' && (given[0] as LedgerRecord).kind === 'product';
      if (isClaim && !isOrderThere) {
        isOrderThere = true;
        await world.arrive(anOrder());
        await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 60_000 });
        orderAt = world.clock.now();
      }
      return effect();
    },
  });
  let orderAt = 0;
  const variants = Array.from({ length: 200 }, (_, n) => aVariant({ itemId: `${n}`, sku: `S-${n}`, name: `Áru ${n}` }));
  await world.arrive(aProduct({ variants }));

  await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 60_000 });

  const order = world.order();
  expect(order.status).toBe('settled');
  expect((order.steps.at(-1)?.sentAt ?? Number.POSITIVE_INFINITY) - orderAt).toBeLessThan(8_000);

  await world.pass(10 * 60_000);

  expect(openLetters(world)).toStrictEqual([]);
  expect(world.ledger.all('listing').map(({ reason }) => reason)).toStrictEqual(['Known']);
  expect(world.ledger.all('item')).toHaveLength(200);
}, 120_000);

it('tells a person of a product whose variants, told in parts, outgrow its record', async () => {
  const world = makeGoodsWorld({
    around: async (port, effect, given) => {
      const record = given[0] as LedgerRecord;
      if (port === 'ledger.write' && record.kind === 'listing' && record.snapshot.variants.length > 2)
        throw new RecordTooLarge();
      return effect();
    },
  });
  await world.arrive(aProduct({ variants: [aVariant(), aVariant({ itemId: '9002', sku: 'MUG-2' })] }));
  await world.deliver();
  const more = [aVariant({ itemId: '9003', sku: 'MUG-3' })];
  await world.arrive(aProduct({ changedAt: '2026-12-02T09:50:00.000Z' as never, isPartial: true, variants: more }));

  const { failed } = await world.handle({
    messages: world.events.receive(120_000),
    deadline: world.clock.now() + 60_000,
  });

  expect(failed).toStrictEqual([]);
  expect(openLetters(world)).toStrictEqual(['GoodsTooLarge message product']);
});

import { expect, it } from 'vitest';
import { RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { standing, take, worldOf } from '../support/delivery-stories.ts';
import { anOrder } from '../support/orders.ts';
import type { Around } from '../support/world.ts';

const MINUTE = 60_000;

it('an order whose letter has no room does not keep the worker at its search', async () => {
  const around: Around = async (port, effect, given) => {
    const record = given[0] as OrderRecord | undefined;
    if (port === 'ledger.write' && record?.kind === 'order' && record.letter?.content?.error.name === 'OutcomeUnknown')
      throw new RecordTooLarge();
    return effect();
  };
  const world = worldOf({}, around);
  await take(world, anOrder({ orderId: '999', number: '#999' }));
  await world.pass(2 * MINUTE);
  world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(9 * MINUTE);
  const before = world.co3.calls.length;
  let end = 'rest';
  try {
    await world.pass(20 * MINUTE);
  } catch (cause) {
    end = String(cause);
  }
  const order = world.ledger.all('order').find(({ snapshot }) => snapshot.orderId === '1001');
  expect({
    end,
    calls: world.co3.calls.length - before,
    stands: standing(world),
    dueAt: order?.dueAt,
    look: order?.steps.at(-1)?.look,
  }).toMatchObject({ end: 'rest' });
  expect(world.co3.calls.length - before).toBeLessThan(60);
});

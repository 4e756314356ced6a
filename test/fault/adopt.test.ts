import { expect, it } from 'vitest';
import type { Invoice } from '../../infra/local/co3/account.ts';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { standing, take, worldOf } from '../support/delivery-stories.ts';
import { anOrder, aPartlyRefundedOrder } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const MARKER = 'test/shopify:acme.myshopify.com/1001/invoice/1';

it.each<[string, Partial<Invoice>]>([
  ['as it was sent', {}],
  ['of another sum', { gross: '6300.00' }],
  ['with a marker of its order', { comment: `${MARKER}\nRendelés: #1001` }],
  ['with somebody’s words', { comment: 'by hand' }],
])('an invoice %s is adopted where a person names it', async (_, shown) => {
  const world = await lostWorld();
  show(world, 1, shown);

  await adopt(world, 'V-2026/00001');

  expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['1']);
});

it('an invoice whose buyer CO3 does not show is adopted, too', async () => {
  const world = await lostWorld();
  showFields(world, 1, { contact_id: '' });

  await adopt(world, '1');

  expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
});

it.each<[string, (world: SimulatedWorld) => void]>([
  ['it is in EUR, and what was sent is in HUF.', (world) => showFields(world, 1, { currency: 'EUR' })],
  ['it is another buyer’s.', (world) => showFields(world, 1, { contact_id: '77' })],
  ['its total is not of the kind of 6350.00 HUF.', (world) => show(world, 1, { gross: '-6350.00' })],
  ['its total is not of the kind of 6350.00 HUF.', (world) => show(world, 1, { gross: 'sok' })],
  ['it bears the marker of another order.', (world) => show(world, 1, { comment: MARKER.replace('1001', '1002') })],
  [
    'it bears the marker of another order.',
    (world) => show(world, 1, { comment: `\r\n${MARKER.replace('acme', 'other')}\r\nRendelés: #1001` }),
  ],
])('an invoice is not adopted where %s', async (why, change) => {
  const world = await lostWorld();
  change(world);

  await adopt(world, 'V-2026/00001');

  const look = world.order().steps.find(({ purpose }) => purpose === 'invoice')?.look;
  expect(standing(world)).toMatchObject({ order: 'letter OutcomeUnknown', letters: ['OutcomeUnknown parked'] });
  expect(look).toMatchObject({
    ...{ adopt: null, isPersonAsked: true },
    refusal: `The invoice V-2026/00001 cannot be adopted: ${why.replace('’', "'")}`,
  });
});

it('a correction is adopted only where it is none of the order’s documents and corrects its invoice', async () => {
  const world = worldOf();
  world.co3.setDialect({ comment: 'dropped' });
  await take(world, anOrder());
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, aPartlyRefundedOrder());
  const refusals: (string | null | undefined)[] = [];
  const refuse = async (as: string): Promise<void> => {
    await adopt(world, as);
    refusals.push(world.order().steps.find(({ state }) => state === 'unknown')?.look?.refusal);
  };

  await refuse('V-2026/00001');
  showFields(world, 2, { storno_id: '' });
  await refuse('V-2026/00002');
  await refuse('V-2026/00009');
  showFields(world, 2, { storno_id: '1' });
  await adopt(world, 'V-2026/00002');

  expect(refusals).toStrictEqual([
    'The invoice V-2026/00001 cannot be adopted: the order has it already.',
    'The invoice V-2026/00002 cannot be adopted: it does not correct the invoice of the id 1.',
    'CO3 shows no outgoing invoice of the number or id V-2026/00009, issued from 2026-12-02 to 2026-12-02.',
  ]);
  expect(world.order().documents.map(({ id, purpose }) => [id, purpose])).toStrictEqual([
    ['1', 'invoice'],
    ['2', 'correction:1'],
  ]);
});

/** A world whose CO3 drops comments, and whose order got no answer to the invoice that CO3 has made. */
const lostWorld = async (): Promise<SimulatedWorld> => {
  const world = worldOf();
  world.co3.setDialect({ comment: 'dropped' });
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, anOrder());
  return world;
};

const show = (world: SimulatedWorld, id: number, changes: Partial<Invoice>): void => {
  const invoices = world.co3.accounts.get('acme')?.invoices;
  const made = invoices?.get(id);
  if (made === undefined) throw new Error('nothing was made');
  invoices?.put(id, { ...made, ...changes }, world.clock.now());
};

const showFields = (world: SimulatedWorld, id: number, changes: Readonly<Record<string, string>>): void => {
  const fields = world.co3.accounts.get('acme')?.invoices.get(id)?.fields;
  show(world, id, { fields: { ...fields, ...changes } });
};

const adopt = async (world: SimulatedWorld, as: string): Promise<void> => {
  await adoptDocument(world.deps, world.order().letter?.id ?? '', as, 'anna', world.clock.now());
  await world.pass(2 * MINUTE);
};

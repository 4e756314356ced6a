import { describe, expect, it } from 'vitest';
import { askCo3 } from '../../lib/dead-letters/ask-co3.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { redrive, standing, take, worldOf } from '../support/delivery-stories.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { callsOf, makeGoodsWorld, stockOf } from '../support/goods-world.ts';
import { anOrder } from '../support/orders.ts';
import { invoicesOf, type SimulatedWorld } from '../support/simulated-world.ts';

const DAY = 86_400_000;

describe('an order that CO3 refuses because somebody has dated an invoice ahead', () => {
  it('is told the day from which on it passes', async () => {
    const world = await datedAhead('2026-12-05');

    const told = await ask(world);

    expect(told).toStrictEqual({
      'latest issue date in CO3': '2026-12-05, on the invoice V-2026/00001 (id 1)',
      'earliest that CO3 takes now': '2026-12-05',
      'a redrive': 'is refused again before 2026-12-05, as long as that invoice stands so',
    });
  });

  it('finds that day to be right', async () => {
    const world = await datedAhead('2026-12-05');
    await world.pass(2 * DAY);
    await redrive(world);
    const before = standing(world);

    await world.pass(DAY);
    const told = await ask(world);
    await redrive(world);

    expect(before).toMatchObject({ letters: ['IssueDateBeforeLastInvoice parked'], sent: [] });
    expect(told).toMatchObject({
      'earliest that CO3 takes now': '2026-12-05',
      'a redrive': 'passes, as far as the issue date goes',
    });
    expect(standing(world)).toMatchObject({ letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('changes nothing by asking', async () => {
    const world = await datedAhead('2026-12-05');
    const before = world.ledger.all('order');
    const letters = world.ledger.all('letter');

    await ask(world);

    expect(world.ledger.all('order')).toStrictEqual(before);
    expect(world.ledger.all('letter')).toStrictEqual(letters);
    expect(world.ledger.all('lane').map(({ lease }) => lease)).toStrictEqual([null]);
    expect(callsOf(world).at(-1)).toBe('getInvoices');
  });
});

it('a level that CO3 has not enough for is told how many there are, and where', async () => {
  const world = await shortOfStock();

  const told = await ask(world);

  expect(stockOf(world, 'BAG-001')).toStrictEqual(['10']);
  expect(told).toStrictEqual({
    product: 'Bögre, kék (BAG-001)',
    'in the warehouse 1': '10',
    'to be taken out': '20',
    lacking: '10',
    'in other warehouses': '2: 8',
  });
});

describe('an order whose buyer is given a category that CO3 does not have', () => {
  it('is told all that there are, and which of its own is none', async () => {
    const world = await strangeCategory();

    const told = await ask(world);

    expect(told).toStrictEqual({
      'contact categories in CO3': 'Webshop, Viszonteladó, Beszállító',
      'sent, and not among them': 'Törzsvásárló',
    });
  });

  it('is told those that contacts bear, where CO3 lists none', async () => {
    const world = await strangeCategory();
    world.co3.fault({ kind: 'refuse', code: 3, method: 'getContactCategories' });
    bear(world, ['Webshop', 'Webshop,VIP']);

    const told = await ask(world);

    expect(told).toMatchObject({
      'categories of the newest contacts': 'Webshop, VIP',
      'sent, and not among them': 'Törzsvásárló',
      'there may be more': expect.stringContaining('contract.getContactCategories.method'),
    });
  });
});

/** What CO3 says of the one letter, in English, by its labels. */
const ask = async (world: SimulatedWorld): Promise<Record<string, string>> => {
  const { letter } = theLetter(world);
  const asked = await askCo3({ ...world.deps, say: () => undefined }, world.deps.settings, letter);
  if (!asked.ok) throw new Error(asked.problem.text.en);
  return Object.fromEntries(asked.value.map(({ label, value }) => [label.en, value.en]));
};

const theLetter = (world: SimulatedWorld): LetterRecord => {
  const [record] = world.ledger.all('letter');
  if (record === undefined) throw new Error('there is no letter');
  return record;
};

const accountOf = ({ co3 }: SimulatedWorld) => {
  const account = co3.accounts.get('acme');
  if (account === undefined) throw new Error('the simulator has no account acme');
  return account;
};

/** The invoice of another order bears that day in CO3; then the order 1001 comes. */
const datedAhead = async (day: string): Promise<SimulatedWorld> => {
  const world = worldOf();
  await take(world, anOrder({ orderId: '999', number: '#999' }));
  const [invoice] = invoicesOf(world.co3);
  if (invoice === undefined) throw new Error('order 999 is not invoiced');
  accountOf(world).invoices.put(
    invoice.id,
    { ...invoice, fields: { ...invoice.fields, issue_date: day, payment_date: day } },
    world.clock.now(),
  );
  await take(world, anOrder());
  return world;
};

/** CO3 has 120 bags when the level of 100 is reckoned, and 10 when the 20 are to be booked. */
const shortOfStock = async (): Promise<SimulatedWorld> => {
  const world: SimulatedWorld = makeGoodsWorld({
    around: async (port, effect, given) => {
      if (port === 'co3' && JSON.stringify(given).includes('<removeStock>')) takeOut(world, '10');
      return effect();
    },
  });
  await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
  await world.arrive(aLevel({ quantity: '100' }));
  await world.deliver();
  return world;
};

const takeOut = (world: SimulatedWorld, left: string): void => {
  const { products } = accountOf(world);
  for (const product of products.all().filter(({ fields }) => fields['item_number'] === 'BAG-001'))
    products.put(product.id, { ...product, stock: { ...product.stock, 1: left } }, world.clock.now());
};

const strangeCategory = async (): Promise<SimulatedWorld> => {
  const world = worldOf({ contactCategories: ['Webshop', 'Törzsvásárló'] });
  await take(world, anOrder());
  return world;
};

/** CO3 has a contact with each of these categories. */
const bear = (world: SimulatedWorld, categories: readonly string[]): void => {
  const { contacts } = accountOf(world);
  for (const contact_categories of categories) {
    const id = contacts.nextId();
    contacts.put(id, { id, fields: { contact_firm: `Cég ${id}`, contact_categories } }, world.clock.now());
  }
};

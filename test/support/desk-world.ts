import { emptyLane, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { toInstant } from '../../lib/event/time.ts';
import { aBuyer, anAccount, anOrder, aRow, aShippingRow, aShop } from './orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from './simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Two weeks of three shops whose people have not looked: letters of several causes, orders that wait for a release, an account
 * that is held, and an hour of work that has just gone well.
 */
export const makeDeskWorld = async (): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({
    seed: 1,
    accounts: [anAccount(), anAccount({ id: 'acme-export', secret: 'co3-bridge/acme-export' })],
    shops: [
      aShop(),
      aShop({ id: 'acme-nagyker', tenant: 'nagyker.myshopify.com', mode: 'supervised' }),
      aShop({ id: 'acme-export', tenant: 'export.myshopify.com', account: 'acme-export' }),
    ],
  });
  const until = world.clock.now() + 14 * DAY;
  let number = 1040;
  const order = async (shop: string, overrides: Partial<OrderSnapshot>): Promise<void> => {
    number += 1;
    const at = toInstant(world.clock.now() - 10 * MINUTE);
    const tenant = world.deps.settings.shops.get(shop)?.tenant ?? '';
    const names = { tenant, orderId: String(number), number: `#${number}`, createdAt: at, changedAt: at };
    await world.arrive(anOrder({ ...bought(number), ...names, ...overrides }), shop);
    await world.deliver();
  };
  for (const [hours, faulty] of STORY) {
    world.clock.advance(Math.max(0, until - hours * HOUR - world.clock.now()));
    await order('acme-shop', faulty(number));
  }
  await unknownOrder(world, () => order('acme-shop', {}));
  for (let supervised = 0; supervised < 3; supervised += 1) await order('acme-nagyker', {});
  for (let sold = 0; sold < 24; sold += 1) {
    await order(sold % 7 === 0 ? 'acme-export' : 'acme-shop', {});
    if (sold % 3 === 0) await world.pass((1 + (sold % 2)) * MINUTE);
  }
  await updateRecord(world.deps, 'lane', 'acme-export', (known) =>
    withHold(known ?? emptyLane(), { reason: 'code', code: 5, method: 'authenticate' }, world.clock.now()),
  );
  return world;
};

/** An order whose invoice got no answer and is not found. */
const unknownOrder = async ({ co3, pass }: SimulatedWorld, order: () => Promise<void>): Promise<void> => {
  co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
  await order();
  await pass(30 * MINUTE);
};

const NAMES = ['Kovács Eszter', 'Szabó Gergő', 'Tóth Zsófia', 'Nagy Ágnes', 'Varga Lőrinc', 'Horváth Tünde'];
const PLACES = [
  'Budapest 1061 Andrássy út',
  'Győr 9021 Baross Gábor út',
  'Szeged 6720 Kárász utca',
  'Pécs 7621 Király utca',
];

/** What distinguishes one order from the next: its buyer, and how many mugs were bought. */
const bought = (number: number): Partial<OrderSnapshot> => {
  const [last = '', first = ''] = (NAMES[number % NAMES.length] ?? '').split(' ');
  const [city = '', zip = '', ...street] = (PLACES[number % PLACES.length] ?? '').split(' ');
  const buyer = aBuyer({
    name: { last, first },
    email: `vasarlo${number}@example.com`,
    address: { city, zip, street: `${street.join(' ')} ${(number % 40) + 1}.` },
  });
  const pieces = (number % 4) + 1;
  const mugs = aRow({
    ...{ quantity: String(pieces), currentQuantity: String(pieces) },
    ...{ netMinor: 200_000 * pieces, taxMinor: 54_000 * pieces, grossMinor: 254_000 * pieces },
  });
  const totalMinor = 254_000 * pieces + 127_000;
  return { buyer, shipTo: buyer, rows: [mugs, aShippingRow()], totalMinor, currentTotalMinor: totalMinor };
};

type Faulty = (number: number) => Partial<OrderSnapshot>;

const badEmail: Faulty = (number) => {
  const { buyer } = bought(number + 1);
  return { buyer: { ...aBuyer(), ...buyer, email: `vasarlo${number + 1}@gmail,com` } };
};
const cashOnDelivery: Faulty = () => ({ gateways: ['Utánvét (GLS)'] });
const badTaxNumber: Faulty = (number) => ({
  buyer: { ...aBuyer(), ...bought(number + 1).buyer, company: 'Kukutyin Malom Kft.' },
  notes: [{ name: 'note_attributes.adoszam', value: '12345678-1-42' }],
});
const foreignCurrency: Faulty = () => ({ currency: 'EUR' });
const wrongTotal: Faulty = () => ({ totalMinor: 999_000, currentTotalMinor: 999_000 });

/** How many hours ago something arrived that could not go, oldest first. */
const STORY: readonly (readonly [number, Faulty])[] = [
  [310, badEmail],
  [290, wrongTotal],
  [266, badTaxNumber],
  [240, badEmail],
  [239, badEmail],
  [214, foreignCurrency],
  [190, badTaxNumber],
  [160, badEmail],
  [120, cashOnDelivery],
  [118, cashOnDelivery],
  [97, cashOnDelivery],
  [95, badEmail],
  [72, cashOnDelivery],
  [71, cashOnDelivery],
  [70, cashOnDelivery],
  [69, foreignCurrency],
  [49, cashOnDelivery],
  [48, cashOnDelivery],
  [47, badTaxNumber],
  [26, cashOnDelivery],
  [24, cashOnDelivery],
  [23, cashOnDelivery],
  [22, badEmail],
  [9, cashOnDelivery],
  [7, cashOnDelivery],
  [4, badEmail],
  [2, badTaxNumber],
];

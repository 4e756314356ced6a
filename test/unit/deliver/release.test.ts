import { describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import { releaseOrder, toReleasable } from '../../../lib/deliver/release.ts';
import { updateRecord } from '../../../lib/deliver/update-record.ts';
import type { OrderKey, OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { anAccount, anOrder, aRow, aShop } from '../../support/orders.ts';
import { answered, type Scripted, scriptedCo3, signedIn } from '../../support/scripted-co3.ts';
import { makeWorld, START, type World } from '../../support/world.ts';

describe('a release', () => {
  it('sends a supervised order, once', async () => {
    const { world, methods, digest, key } = await waiting('supervised');

    const released = await releaseOrder(world.deps, key, digest, START);
    await ring(world);

    expect(released.ok && released.value.release).toStrictEqual({ digest, at: '2026-12-02T10:00:00.000Z' });
    expect(methods()).toStrictEqual(['authenticate', 'setContact', 'setInvoice']);
    expect(world.order().status).toBe('settled');
  });

  it('sends an order that was first seen in shadow, once its shop is supervised', async () => {
    const { world, methods, digest, key } = await waiting('shadow');
    const supervised = { ...world.deps, settings: settingsOf({ mode: 'supervised' }) };

    const released = await releaseOrder(supervised, key, digest, START);

    expect(released.ok && released.value).toMatchObject({
      shadow: true,
      status: 'due',
      reason: 'Released',
      dueAt: START,
    });
    expect(methods()).toStrictEqual([]);
  });

  it('wakes an order that waits although its shop was switched on meanwhile', async () => {
    const { world, digest, key } = await waiting('supervised');

    const released = await releaseOrder({ ...world.deps, settings: settingsOf({ mode: 'on' }) }, key, digest, START);

    expect(released.ok && released.value).toMatchObject({ status: 'due', dueAt: START });
  });

  it('is refused while the shop is in shadow', async () => {
    const { world, digest, key } = await waiting('shadow');

    const released = await releaseOrder(world.deps, key, digest, START);

    expect(whyOf(released)).toBe('shop-in-shadow');
    expect(world.order()).toMatchObject({ status: 'shadow', release: null });
  });

  it('is refused when the plan is not the one that was shown', async () => {
    const { world, digest, key } = await waiting('supervised');
    await world.arrive(
      anOrder({
        changedAt: '2026-12-02T11:00:00.000Z' as Instant,
        rows: [aRow()],
        totalMinor: 508_000,
        currentTotalMinor: 508_000,
      }),
    );
    await world.deliver();

    const released = await releaseOrder(world.deps, key, digest, START);

    expect(whyOf(released)).toBe('plan-changed');
    expect(world.order().release).toBeNull();
  });

  it('is refused when the plan changes while it is being written', async () => {
    const { world, digest, key } = await waiting('supervised');
    const { ledger } = world.deps;
    let reads = 0;
    const raced = {
      ...ledger,
      read: async (...args: Parameters<typeof ledger.read>) => {
        const record = await ledger.read(...args);
        reads += 1;
        if (reads === 1)
          await updateRecord(world.deps, 'order', key, (order) =>
            order === undefined
              ? undefined
              : {
                  ...order,
                  snapshot: { ...order.snapshot, rows: [aRow()], totalMinor: 508_000, currentTotalMinor: 508_000 },
                },
          );
        return record;
      },
    } as typeof ledger;

    const released = await releaseOrder({ ...world.deps, ledger: raced }, key, digest, START);

    expect(whyOf(released)).toBe('plan-changed');
    expect(world.order().release).toBeNull();
  });

  it('is refused for an order that is released already', async () => {
    const { world, digest, key } = await waiting('supervised');
    await releaseOrder(world.deps, key, digest, START);

    const again = await releaseOrder(world.deps, key, digest, START);

    expect(whyOf(again)).toBe('nothing-waits');
  });

  it('is refused for an order that nobody knows, and for one whose shop is not in the settings', async () => {
    const { world, digest, key } = await waiting('supervised');
    const emptied = { ...world.deps, settings: { ...world.deps.settings, shops: new Map(), accounts: new Map() } };

    const unknown = await releaseOrder(world.deps, 'shopify:acme.myshopify.com#1' as OrderKey, digest, START);
    const homeless = await releaseOrder(emptied, key, digest, START);

    expect([whyOf(unknown), whyOf(homeless)]).toStrictEqual(['no-such-order', 'not-in-settings']);
  });
});

describe('what waits for a release', () => {
  it.each<[string, Partial<OrderSnapshot>, ShopSettings['mode'], string]>([
    ['nothing in a shop that is on', {}, 'on', 'nothing-waits'],
    ['no unpaid order', { paid: false }, 'supervised', 'nothing-waits'],
    ['no test order', { test: true }, 'shadow', 'nothing-waits'],
    ['no order that cannot become an invoice', { gateways: ['barter'] }, 'shadow', 'not-translatable'],
  ])('is %s', async (_, overrides, mode, why) => {
    const order = await seen(overrides, mode);

    const plan = toReleasable(order, aShop({ mode }), anAccount(), START);

    expect(plan.ok ? 'a plan' : plan.problem.why).toBe(why);
  });
});

const made = (tag: string, id: string): Scripted => answered(`<result>OK</result><${tag}>${id}</${tag}>`);

const waiting = async (mode: ShopSettings['mode']) => {
  let methods = (): readonly string[] => [];
  const world = makeWorld({
    shops: [aShop({ mode })],
    transport: (clock) => {
      const co3 = scriptedCo3(clock, [signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')]);
      methods = co3.methods;
      return co3.transport;
    },
  });
  await world.arrive(anOrder());
  await world.deliver();
  const order = world.order();
  const plan = toReleasable(order, aShop({ mode }), anAccount(), START);
  if (!plan.ok) throw new Error(plan.problem.text);
  return { world, methods: () => methods(), digest: plan.value.digest, key: order.key };
};

/** The order's record after the worker has seen it, with a CO3 that takes everything. */
const seen = async (overrides: Partial<OrderSnapshot>, mode: ShopSettings['mode']): Promise<OrderRecord> => {
  const world = makeWorld({
    shops: [aShop({ mode })],
    transport: (clock) =>
      scriptedCo3(clock, [signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')]).transport,
  });
  await world.arrive(anOrder(overrides));
  await world.deliver();
  return world.order();
};

const ring = async (world: World): Promise<void> => {
  await world.deps.events.send({ kind: 'bell', account: 'acme' });
  await world.deliver();
};

const settingsOf = (shop: Partial<ShopSettings>) => ({
  shops: new Map([['acme-shop', aShop(shop)]]),
  accounts: new Map([['acme', anAccount()]]),
  keepBuyersDays: 180,
});

const whyOf = (result: Awaited<ReturnType<typeof releaseOrder>>): string =>
  result.ok ? 'released' : result.problem.why;

import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../../lib/dead-letters/cause.ts';
import type { Letter } from '../../../../lib/dead-letters/letter.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLetter, aLetterRecord } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld, type World } from '../../../support/world.ts';

describe('bridge dlq stats', () => {
  it('counts the open letters of each cause, with what their orders come to by currency', async () => {
    const world = await worldOfLetters();

    const { code, stdout } = await makeCliBench(world).bridge('dlq', 'stats', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual([
      {
        ...{ cause: causeOf(aLetter()).key, shop: 'acme-shop', code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data' },
        places: [{ path: 'buyer.email', value: '' }],
        ...{ count: 2, oldest: '2026-11-30T10:00:00.000Z', newest: '2026-12-01T10:00:00.000Z' },
        atStake: [
          { currency: 'EUR', minor: 5_000, orders: 1 },
          { currency: 'HUF', minor: 100, orders: 1 },
        ],
      },
      expect.objectContaining({ shop: 'zeta-shop', code: 22, count: 1 }),
      expect.objectContaining({ shop: 'acme-shop', name: 'WrongShop', count: 1, atStake: [] }),
    ]);
  });

  it('shows them as a table', async () => {
    const { stdout } = await makeCliBench(await worldOfLetters()).bridge('dlq', 'stats');

    expect(stdout).toMatch(
      /[0-9a-f]{10} +22 InvalidEmail +buyer\.email +2 +2 days +24 h +acme-shop +50.00 EUR\n +1.00 HUF/,
    );
    expect(stdout).toMatch(/WrongShop +— +1 +24 h +24 h +acme-shop +—/);
    expect(stdout).toContain('4 letters are open.');
  });

  it('reads no letter', async () => {
    const world = await worldOfLetters();
    const read = async () => Promise.reject(new Error('it is in the index'));
    const ledger = { ...world.deps.ledger, read, letters: () => world.ledger.letters() };

    const { code } = await makeCliBench({ ...world, deps: { ...world.deps, ledger } }).bridge('dlq', 'stats');

    expect(code).toBe(0);
  });

  it('says that none is open', async () => {
    const { bridge } = makeCliBench(makeWorld({ transport: programmedCo3().transport }));

    expect(await bridge('dlq', 'stats')).toMatchObject({ code: 0, stdout: 'No letter is open.\n' });
    expect((await bridge('dlq', 'stats', '--json')).stdout).toBe('[]\n');
  });
});

const worldOfLetters = async (): Promise<World> => {
  const world = makeWorld({ transport: programmedCo3().transport });
  const park = (orderId: string, parkedAt: string, letter: Partial<Letter>) =>
    world.ledger.write(aLetterRecord({}, { id: `of-${orderId}`, parkedAt: parkedAt as Instant, ...letter }));
  await park('1', '2026-12-02T09:00:00.000Z', { shop: 'zeta-shop', event: anOrder() });
  await park('2', '2026-11-30T10:00:00.000Z', { event: anOrder({ currency: 'EUR', currentTotalMinor: 5_000 }) });
  await park('3', '2026-12-01T10:00:00.000Z', { event: anOrder({ currentTotalMinor: 100 }) });
  const error = { ...aLetter().error, code: null, name: 'WrongShop', fixedBy: 'settings' as const, fields: [] };
  await park('4', '2026-12-01T10:00:00.000Z', { error, event: { topic: 'orders/paid', orderId: null, body: null } });
  await park('answered', '2026-12-01T10:00:00.000Z', { state: 'closing' });
  return world;
};

import { describe, expect, it } from 'vitest';
import { orderKeyOf } from '../../../../lib/event/snapshot.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLetter, aLetterRecord, anOrderRecord } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld, type World } from '../../../support/world.ts';

describe('bridge dlq stats', () => {
  it('counts the open letters of each reason, with what their orders come to by currency', async () => {
    const world = await worldOfLetters();

    const { code, stdout } = await makeCliBench(world).bridge('dlq', 'stats', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual([
      {
        ...{ code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data', open: 3 },
        ...{ oldest: '2026-11-30T10:00:00.000Z', newest: '2026-12-02T09:00:00.000Z' },
        shops: ['acme-shop', 'zeta-shop'],
        atStake: [
          { currency: 'EUR', minor: 5_000, orders: 1 },
          { currency: 'HUF', minor: 635_100, orders: 2 },
        ],
      },
      {
        ...{ code: null, name: 'WrongShop', fixedBy: 'settings', open: 1 },
        ...{ oldest: '2026-12-01T10:00:00.000Z', newest: '2026-12-01T10:00:00.000Z' },
        ...{ shops: ['acme-shop'], atStake: [] },
      },
    ]);
  });

  it('shows them as a table', async () => {
    const { stdout } = await makeCliBench(await worldOfLetters()).bridge('dlq', 'stats');

    expect(stdout).toMatch(/22 InvalidEmail +3 +2 days +1 h +acme-shop +50.00 EUR\n +zeta-shop +6351.00 HUF/);
    expect(stdout).toMatch(/WrongShop +1 +24 h +24 h +acme-shop +—/);
    expect(stdout).toContain('4 letters are open.');
  });

  it('tells on a terminal how far it is', async () => {
    const { stderr } = await makeCliBench(await worldOfLetters(), { tty: true, columns: 80 }).bridge('dlq', 'stats');

    expect(stderr).toContain('4 of 4 letters read');
  });

  it('says that none is open', async () => {
    const { bridge } = makeCliBench(makeWorld({ transport: programmedCo3().transport }));

    expect(await bridge('dlq', 'stats')).toMatchObject({ code: 0, stdout: 'No letter is open.\n' });
    expect((await bridge('dlq', 'stats', '--json')).stdout).toBe('[]\n');
  });
});

const worldOfLetters = async (): Promise<World> => {
  const world = makeWorld({ transport: programmedCo3().transport });
  const { ledger } = world;
  const park = async (orderId: string, parkedAt: string, shop: string, worth: object): Promise<void> => {
    const snapshot = anOrder({ orderId, ...worth });
    const key = orderKeyOf(snapshot);
    await ledger.write(anOrderRecord({ key, snapshot }));
    const record = { work: { kind: 'order' as const, key } };
    await ledger.write(aLetterRecord(record, { id: `of-${orderId}`, shop, parkedAt: parkedAt as Instant }));
  };
  await park('1', '2026-12-02T09:00:00.000Z', 'zeta-shop', {});
  await park('2', '2026-11-30T10:00:00.000Z', 'acme-shop', { currency: 'EUR', currentTotalMinor: 5_000 });
  await park('3', '2026-12-01T10:00:00.000Z', 'acme-shop', { currentTotalMinor: 100 });
  const error = { ...aLetter().error, code: null, name: 'WrongShop', fixedBy: 'settings' as const };
  const parkedAt = '2026-12-01T10:00:00.000Z' as Instant;
  await ledger.write(aLetterRecord({ work: null }, { id: 'message', error, parkedAt }));
  await ledger.write(aLetterRecord({}, { id: 'answered', state: 'closing' }));
  return world;
};

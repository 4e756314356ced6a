import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aBuyer, anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld } from '../../../support/world.ts';

describe('bridge dlq correct --cause', () => {
  it('first shows how many they are and what becomes of one of them, and stores nothing', async () => {
    const { world, bridge, cause } = await given([{}, {}, {}]);

    const { code, stdout } = await bridge('dlq', 'correct', '--cause', cause, 'settings.payments=c.o.d.', '--local');

    expect(code).toBe(0);
    expect(stdout).toContain('UnmappedPayment (3)');
    expect(stdout).toMatch(/where +settings\.payments: Utánvét \(GLS\)/);
    expect(stdout).toContain('setInvoice, which could not be made before');
    expect(stdout).toContain('      Utánvét (GLS): c.o.d.');
    expect(stdout).toContain('Nothing is stored. The same with --yes');
    expect(world.ledger.all('order').flatMap(({ corrections }) => corrections)).toStrictEqual([]);
  });

  it('stores it for all of them with --yes; then they are redriven and invoiced so', async () => {
    const { world, co3, bridge, cause } = await given([{}, {}, {}], { tty: true, columns: 80 });

    const corrected = await bridge(
      ...['dlq', 'correct', '--cause', cause, 'settings.payments=c.o.d.', '--why', 'GLS takes cash', '--yes'],
    );
    const redriven = await bridge('dlq', 'redrive', '--cause', cause, '--yes');

    expect(corrected.code).toBe(0);
    expect(corrected.stdout).toContain('Corrected: 3 of 3; nothing is sent yet.');
    expect(corrected.stdout).toContain(`npx bridge dlq redrive --cause ${cause} --yes`);
    expect(corrected.stdout).toContain('      Utánvét (GLS): c.o.d.');
    expect(corrected.stderr).toContain('3 of 3 letters looked at');
    expect(redriven.stdout).toContain('all 3 are answered');
    expect(world.ledger.all('order').map(({ status, corrections }) => [status, corrections])).toStrictEqual(
      [1, 2, 3].map(() => [
        'settled',
        [expect.objectContaining({ new: 'c.o.d.', by: 'erika', why: 'GLS takes cash' })],
      ]),
    );
    const invoices = co3.calls.filter(({ method }) => method === 'setInvoice');
    expect(invoices).toHaveLength(3);
    for (const { body } of invoices) expect(body).toContain('c.o.d.');
  });

  it('may be repeated after it broke off', async () => {
    const { bridge, cause } = await given([{}, {}]);
    const [line] = JSON.parse((await bridge('dlq', 'list', '--json')).stdout);
    await bridge('dlq', 'correct', line.id, 'settings.payments=c.o.d.');

    const { code, stdout } = await bridge(
      'dlq',
      'correct',
      '--cause',
      cause,
      'settings.payments=c.o.d.',
      '--yes',
      '--json',
    );

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({ cause, of: 2, corrected: 2, remaining: 0, refused: 0, refusal: null });
  });

  it('tells of those that have something else in their way', async () => {
    const { bridge, cause } = await given([{}, { currency: 'EUR', shopCurrency: 'EUR' }]);

    const { code, stdout } = await bridge('dlq', 'correct', '--cause', cause, 'settings.payments=c.o.d.', '--yes');

    expect(code).toBe(1);
    expect(stdout).toContain('Corrected: 2 of 2');
    expect(stdout).toContain('1 of them have something else in their way.');
  });

  it('leaves alone what is open for another reason since the list was read', async () => {
    const { world, cause } = await given([{}, {}]);
    const lines = await world.ledger.letters();
    const [other] = world.ledger.all('letter');
    if (other === undefined) throw new Error('a letter is open');
    const error = { ...other.letter.error, name: 'NoBuyer', fields: [] };
    await world.ledger.write({ ...other, version: other.version + 1, letter: { ...other.letter, error } });
    const deps = { ...world.deps, ledger: { ...world.ledger, letters: async () => lines } };

    const { code, stdout } = await benchOf({ ...world, deps }).bridge(
      ...['dlq', 'correct', '--cause', cause, 'settings.payments=c.o.d.', '--yes'],
    );

    expect(code).toBe(1);
    expect(stdout).toMatch(/Corrected: 1 of 2[\s\S]*1 were not corrected\. The last of them: .*another reason/);
  });

  it.each([
    [2, ['settings.payments=barter']],
    [2, ['settings.payments=barter', '--yes']],
    [2, ['settings.payments']],
    [2, []],
    [2, ['settings.payments=c.o.d.', '--redrive']],
  ])('ends with %i for %j', async (code, argv) => {
    const { bridge, cause } = await given([{}]);

    expect((await bridge('dlq', 'correct', '--cause', cause, ...argv)).code).toBe(code);
  });
});

const benchOf = (world: Parameters<typeof makeCliBench>[0], options: CliOptions = {}) =>
  makeCliBench(world, { env: { USER: 'erika' }, ...options });

/** A bench with letters of such orders, whose way of payment no setting names; its worker works while a command waits. */
const given = async (orders: readonly Partial<OrderSnapshot>[], options: CliOptions = {}) => {
  const co3 = programmedCo3();
  const world = makeWorld({ transport: co3.transport });
  for (const [at, overrides] of orders.entries()) {
    const orderId = String(2_000 + at);
    const buyer = aBuyer({ email: `b${at}@example.hu` });
    await world.arrive(anOrder({ orderId, number: `#${orderId}`, buyer, gateways: ['Utánvét (GLS)'], ...overrides }));
    await world.deliver();
  }
  const sleep = async (ms: number): Promise<void> => {
    await world.deliver();
    world.clock.advance(ms);
  };
  const deps = { ...world.deps, clock: { now: world.clock.now, sleep } };
  const line = (await world.ledger.letters()).find(({ name }) => name === 'UnmappedPayment');
  return { world, co3, cause: line?.cause ?? '', ...benchOf({ ...world, deps }, options) };
};

import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aBuyer, anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { refused } from '../../../support/scripted-co3.ts';
import { makeWorld } from '../../../support/world.ts';

describe('bridge dlq redrive --cause', () => {
  it('first shows how many they are, what they come to and some of them, and does nothing', async () => {
    const { world, bridge, cause } = await given(7);

    const { code, stdout } = await bridge('dlq', 'redrive', '--cause', cause.slice(0, 6), '--local');

    expect(code).toBe(0);
    expect(stdout).toContain('22 InvalidEmail (7)');
    expect(stdout).toMatch(/where +buyer\.email\n/);
    expect(stdout).toMatch(/come to +44450\.00 HUF/);
    expect(stdout.match(/#\d{4}/g)).toStrictEqual(['#2006', '#2005', '#2004', '#2003', '#2002']);
    expect(stdout).toContain(`npx bridge dlq redrive --local --cause ${cause} --yes`);
    expect(world.ledger.all('letter').every(({ letter }) => letter.state === 'parked')).toBe(true);
  });

  it('does it with --yes, telling on a terminal how far it is', async () => {
    const { world, far, bridge, cause } = await given(4, { tty: true, columns: 80 });
    far.refuses = false;

    const { code, stdout, stderr } = await bridge('dlq', 'redrive', '--cause', cause, '--yes');

    expect([code, stdout]).toStrictEqual([0, expect.stringContaining('Redriven: all 4 are answered.')]);
    expect(stderr).toContain('3 of 4 letters answered or back');
    expect(world.ledger.all('order').every(({ status }) => status === 'settled')).toBe(true);
  });

  it('stops where it is not mended, says what is left and how to go on', async () => {
    const { bridge, cause } = await given(4);

    const { code, stdout } = await bridge('dlq', 'redrive', '--cause', cause, '--yes');
    const json = await bridge('dlq', 'redrive', '--cause', cause, '--yes', '--json');

    expect(code).toBe(1);
    expect(stdout).toMatch(/Stopped: letter [0-9a-f]+ is open for the same reason once more/);
    expect(stdout).toContain(
      '0 of 4 are answered, 1 are back or were not let go, 0 are being tried, 3 were not tried.',
    );
    expect(stdout).toContain(`npx bridge dlq redrive --cause ${cause} --yes`);
    expect(JSON.parse(json.stdout)).toMatchObject({
      cause,
      of: 4,
      done: 0,
      refused: 1,
      stopped: { why: 'same-cause' },
    });
  });

  it('is refused where no letter is of that cause', async () => {
    const { bridge } = await given(1);

    expect(await bridge('dlq', 'redrive', '--cause', 'ffffffffff')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('dlq stats'),
    });
  });

  it.each([[[]], [['3fa92b', '--cause', '5d0c']], [['--cause', '5d0c', '--send-again']]])(
    'names one letter or all of a cause: %j',
    async (argv) => {
      const { bridge } = await given(1);

      expect(await bridge('dlq', 'redrive', ...argv)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('Name one letter by its id, or all letters of a cause'),
      });
    },
  );
});

/** A bench with letters of so many orders, of one cause, whose worker works while a command waits. */
const given = async (count: number, options: CliOptions = {}) => {
  const far = { refuses: true };
  const co3 = programmedCo3((method) =>
    far.refuses && method === 'setContact' ? refused(22, 'Invalid e-mail address') : undefined,
  );
  const world = makeWorld({ transport: co3.transport });
  for (let at = 2_000; at < 2_000 + count; at += 1) {
    await world.arrive(
      anOrder({ orderId: String(at), number: `#${at}`, buyer: aBuyer({ email: `b${at}@example.hu` }) }),
    );
    await world.deliver();
    world.clock.advance(1_000);
  }
  const sleep = async (ms: number): Promise<void> => {
    await world.deliver();
    world.clock.advance(ms);
  };
  const deps = { ...world.deps, clock: { now: world.clock.now, sleep } };
  const [line] = await world.ledger.letters();
  return { world, far, cause: line?.cause ?? '', ...makeCliBench({ ...world, deps }, options) };
};

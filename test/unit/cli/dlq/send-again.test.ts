import { describe, expect, it } from 'vitest';
import type { Step } from '../../../../lib/deliver/step-records.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { anUnknownStep, aPaymentStep, parkLetterOf, parkUnknown } from '../../../support/undecided.ts';
import { makeWorld } from '../../../support/world.ts';

describe('bridge dlq redrive --send-again', () => {
  it('gives the document up, says what may come of it, and rings', async () => {
    const { bridge, id, world } = await benchOf();

    const { code, stdout } = await bridge('dlq', 'redrive', id, '--send-again');

    expect(code).toBe(0);
    expect(stdout).toContain('Given up: invoice counts as not sent, and order #1001 is planned by its newest state.');
    expect(stdout).toContain('bears the marker\n  test/shopify:acme.myshopify.com/1001/invoice/2\n');
    expect(stdout).toContain('there are two, and one of them must be cancelled');
    expect(stdout).toContain('CO3 is watched until 2026-12-03 10:00 UTC');
    expect(stdout).toContain('the letter DuplicateFound');
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
    expect(world.order().steps[0]?.state).toBe('written-off');
    expect(world.ledger.all('letter')[0]?.letter.history).toMatchObject([{ action: 'sent-again', by: 'erika' }]);
  });

  it('tells a program what it did', async () => {
    const { bridge, id, world } = await benchOf();

    const { stdout } = await bridge('dlq', 'redrive', id, '--send-again', '--json');

    expect(JSON.parse(stdout)).toStrictEqual({
      letter: 'letter-1',
      order: world.order().key,
      status: 'due',
      writtenOff: 'test/shopify:acme.myshopify.com/1001/invoice/1',
      nextMarker: 'test/shopify:acme.myshopify.com/1001/invoice/2',
      until: Date.parse('2026-12-03T10:00:00Z'),
    });
  });

  it('of a payment speaks of its invoice’s balance, and of no marker', async () => {
    const { bridge, id } = await benchOf(aPaymentStep());

    const { code, stdout } = await bridge('dlq', 'redrive', id, '--send-again');

    expect(code).toBe(0);
    expect(stdout).toContain('The balance of the invoice is read before anything is booked');
    expect(stdout).not.toContain('marker');
  });

  it('goes by the account’s settings, is refused before its window is over, and rings for nobody', async () => {
    const { bridge, id, world } = await benchOf(anUnknownStep(), 31);

    const { code, stderr } = await bridge('dlq', 'redrive', id, '--send-again');

    expect([code, stderr]).toStrictEqual([1, expect.stringContaining('from 2026-12-02T10:01:00.000Z on')]);
    expect(world.events.bodies()).toStrictEqual([]);
    expect(world.order().steps[0]?.state).toBe('unknown');
  });

  it('asks for an account that the settings have', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    const id = await parkLetterOf(world, { name: 'OutcomeUnknown', letter: { account: 'gone' } });

    const { code, stderr } = await makeCliBench(world).bridge('dlq', 'redrive', id, '--send-again');

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('`gone` is not in the settings')]);
  });
});

const benchOf = async (step: Step = anUnknownStep(), windowMinutes = 10) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  const id = await parkUnknown(world, step);
  return { world, id, ...makeCliBench(world, { env: { USER: 'erika' }, yaml: settingsWith(windowMinutes) }) };
};

const settingsWith = (windowMinutes: number): string => `
accounts:
  acme: { secret: co3-bridge/acme, currency: HUF, seller: { country: HU }, readBack: { windowMinutes: ${windowMinutes} } }
shops:
  acme-shop:
    platform: shopify
    tenant: acme.myshopify.com
    account: acme
    secret: co3-bridge/acme-shop
    invoiceFrom: 2025-12-01T00:00:00+01:00
`;

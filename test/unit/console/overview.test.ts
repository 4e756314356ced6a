import { describe, expect, it } from 'vitest';
import type { LaneRecord } from '../../../lib/deliver/lane-records.ts';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLaneRecord, aLetterRecord, aShopRecord } from '../../support/ledger-records.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld, START } from '../../support/world.ts';

describe('the overview', () => {
  it('draws the letters by day from a table that can be read as well', async () => {
    const { desk, world } = await deskWith({});
    await world.ledger.write(aLetterRecord());

    const page = await desk.page('/');

    expect(page).toContain('data-chart="bars"');
    expect(textOf(page)).toContain(
      'As a table Open letters by the day on which they came, last 14 days Day The e-mail address is faulty 19 Nov 0',
    );
    expect(textOf(page)).toContain('1 Dec 0 2 Dec 1');
  });

  it('shows no chart where nothing is open', async () => {
    const { desk } = await deskWith({});

    const page = await desk.page('/');

    expect(page).not.toContain('data-chart="bars"');
    expect(page).toContain('No letter is open: nothing waits for a person.');
  });

  it('shows the calls of the last hour against the limit', async () => {
    const { desk } = await deskWith({ calls: [{ at: START - 60_000, calls: 97 }] });

    const page = await desk.page('/');

    expect(textOf(page)).toContain('acme open 97 97 / 120');
    expect(page).toContain('data-chart="line" data-limit="120"');
    expect(textOf(page)).toContain('10:58 0 10:59 97 11:00 0');
  });

  it('says why an account is held, since when, and what to do', async () => {
    const hold = {
      reason: 'code',
      code: 7,
      method: 'setInvoice',
      since: START - 3_600_000,
      until: START + 60_000,
      probes: 1,
    } as const;
    const { desk } = await deskWith({ hold });

    const page = textOf(await desk.page('/', { 'accept-language': 'hu' }));

    expect(page).toContain('acme áll a CO3 az egész fiókot visszautasítja');
    expect(page).toContain('(CO3 7) setInvoice , 2026. dec. 2. 10:00 . (következő próba: 2026. dec. 2. 11:01 )');
  });

  it.each([
    ['by-hand', 'It waits for bridge lane resume .'],
    ['ledger-lost', 'It waits for bridge ledger rebuild .'],
  ] as const)('says what a hold %s waits for', async (reason, text) => {
    const { desk } = await deskWith({
      hold: { reason, code: null, method: null, since: START, until: null, probes: 0 },
    });

    expect(textOf(await desk.page('/'))).toContain(text);
  });

  it('names a shop whose own API is left alone', async () => {
    const { desk, world } = await deskWith({});
    const pause = {
      reason: 'refused',
      detail: 'The shop does not take the key',
      since: START,
      until: START + 1,
      probes: 0,
    } as const;
    await world.ledger.write(aShopRecord({ pause }));

    expect(textOf(await desk.page('/'))).toContain(
      'The API of acme-shop is left alone: The shop does not take the key',
    );
  });

  it('tells the lanes alone for who asks again', async () => {
    const { desk } = await deskWith({});

    const part = await desk.page('/lanes');

    expect(part).toMatch(/^<div id="lanes" hx-get="\/lanes"/);
    expect(textOf(part)).toContain('acme open 0 0 / 120');
  });
});

const deskWith = async (lane: Partial<LaneRecord>) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  await world.ledger.write(aLaneRecord({ version: 2, ...lane }));
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world };
};

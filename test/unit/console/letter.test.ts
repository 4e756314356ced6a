import { describe, expect, it } from 'vitest';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLetter, aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anOrder, aRow } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { anUnknownStep, type Parked, parkLetterOf, parkUnknown } from '../../support/undecided.ts';
import { makeWorld } from '../../support/world.ts';

describe('the page of a letter', () => {
  it('says what happened, in plain words and in CO3’s own, who mends it and what to do', async () => {
    const { desk } = await deskWithEmailLetter();

    const page = textOf(await desk.page('/letters/letter-1'));

    expect(page).toContain('The e-mail address is faulty');
    expect(page).toContain('CO3’s own words Invalid e-mail: őő');
    expect(page).toContain('Who mends it whoever corrects the order in the shop');
    expect(page).toContain('What to do Correct the e-mail.');
    expect(page).toContain('buyer.email email not-an-email —');
  });

  it('shows the order as a bookkeeper reads it', async () => {
    const { desk } = await deskWithEmailLetter();

    const page = textOf(await desk.page('/letters/letter-1', { 'accept-language': 'hu' }));

    expect(page).toContain('Bögre MUG-1 2 27% 4 000 Ft 1 080 Ft 5 080 Ft');
    expect(page).toContain('Összesen 5 000 Ft 1 350 Ft 6 350 Ft');
    expect(page).toContain('Végösszeg a webáruház szerint 6 350 Ft');
  });

  it('marks in the order what the error points at', async () => {
    const { desk } = await deskWithEmailLetter();

    const page = await desk.page('/letters/letter-1');

    expect(page).toMatch(/<dt>E-mail<\/dt><dd><mark[^>]*>anna.minta@example.com<\/mark><\/dd>/);
    expect(page).toMatch(/<dt>Country<\/dt><dd>HU<\/dd>/);
  });

  it('leads from the advice to the buttons, and shows other commands as they are', async () => {
    const { desk } = await deskWith({
      name: 'InvalidEmail',
      letter: {
        error: {
          ...aLetter().error,
          advice: { en: 'Look at `bridge dlq show ID`, set `payments`, then `bridge dlq redrive ID`.', hu: '' },
        },
      },
    });

    const page = await desk.page('/letters/letter-1');

    expect(page).toContain('Look at this page, set <code>payments</code>, then <a href="#answers">Redrive</a>.');
  });

  it('shows the request with one element a line', async () => {
    const { desk } = await deskWith({
      name: 'InvalidEmail',
      letter: { call: { method: 'setContact', xml: '<contact><email>a&amp;b</email></contact>' } },
    });

    const page = await desk.page('/letters/letter-1');

    expect(page).toContain('&lt;contact&gt;\n  &lt;email&gt;a&amp;amp;b&lt;/email&gt;\n&lt;/contact&gt;');
  });

  it('shows what was received where there is no order', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    await world.ledger.write(aLetterRecord({ work: null }, { event: { note: '<b>' }, call: null }));
    const desk = await entered(world);

    const page = await desk.page('/letters/letter-1');

    expect(page).toContain('{\n  &quot;note&quot;: &quot;&lt;b&gt;&quot;\n}');
    expect(textOf(page)).toContain('Nothing was sent to CO3 for it.');
  });

  it('puts what was sent beside what CO3 shows, where CO3 gave no answer', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    await parkUnknown(world, anUnknownStep());
    const desk = await entered(world);

    const page = textOf(await desk.page('/letters/letter-1'));

    expect(page).toContain('Sent not known not known 2 Dec 2026, 10:30 HUF 6,350');
    expect(page).toContain('In CO3 2026/00041 41 2026-12-02 HUF 6,350 the same sum');
    expect(page).toContain('Searched 3 times in vain.');
  });

  it('shows hostile texts of any length as texts', async () => {
    const hostile = `"><img src=x onerror=alert(1)>\u0000\u202e${'ő'.repeat(100_000)}`;
    const buyer = aBuyer({
      company: hostile,
      email: hostile,
      address: { street: hostile, city: hostile, zip: hostile },
    });
    const snapshot = anOrder({ buyer, gateways: [hostile], rows: [aRow({ name: hostile, sku: hostile })] });
    const { desk } = await deskWith({
      name: hostile,
      order: { snapshot, number: hostile },
      letter: {
        shop: hostile,
        history: [{ at: aLetter().parkedAt, action: 'parked', by: hostile, why: hostile, changes: [] }],
      },
      fields: [{ tag: hostile, path: hostile, value: hostile, allowed: [hostile] }],
    });

    const page = await desk.page('/letters/letter-1');

    for (const acting of ['<img', '\u0000', '\u202e']) expect(page).not.toContain(acting);
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
  });

  it('is not there for a letter that nobody knows', async () => {
    const { desk } = await deskWithEmailLetter();

    for (const path of ['/letters/letter-9', '/letters/letter-9/state']) {
      const answer = await desk.ask(path, { headers: { cookie: desk.cookie() } });
      expect(answer.status).toBe(404);
    }
  });

  it('changes nothing by being looked at', async () => {
    const { desk, world } = await deskWithEmailLetter();
    const before = world.ledger.backUp();

    await desk.page('/letters/letter-1');
    await desk.page('/letters/letter-1/state');
    await desk.page('/letters/letter-1/redrive');

    expect(world.ledger.backUp()).toStrictEqual(before);
    expect(world.events.bodies()).toStrictEqual([]);
  });
});

describe('while a letter is being tried', () => {
  it('the page asks again by itself, and offers nothing to do', async () => {
    const { desk } = await deskWith({ name: 'InvalidEmail', letter: { state: 'redriving' } });

    const page = await desk.page('/letters/letter-1');

    expect(page).toContain('hx-get="/letters/letter-1/state" hx-trigger="every 2s"');
    expect(textOf(page)).toContain('Nothing can be done here now.');
  });

  it('its state is told alone, and leads to the whole page once it is over', async () => {
    const { desk: trying } = await deskWith({ name: 'InvalidEmail', letter: { state: 'redriving' } });
    const { desk: over } = await deskWith({ name: 'InvalidEmail', letter: { state: 'closed' } });

    const still = await trying.ask('/letters/letter-1/state', { headers: { cookie: trying.cookie() } });
    const done = await over.ask('/letters/letter-1/state', { headers: { cookie: over.cookie() } });

    expect([still.headers.get('hx-redirect'), done.headers.get('hx-redirect')]).toStrictEqual([
      null,
      '/letters/letter-1',
    ]);
    expect(await still.text()).toMatch(/^<div id="state"/);
  });

  it('a letter that another one has replaced leads there', async () => {
    const { desk } = await deskWith({
      name: 'InvalidEmail',
      letter: { state: 'closed' },
      order: { letter: { id: 'letter-2', content: null } },
    });

    expect(await desk.page('/letters/letter-1')).toContain('<a href="/letters/letter-2">To that letter</a>');
  });
});

async function deskWith(parked: Parked) {
  const world = makeWorld({ transport: programmedCo3().transport });
  await parkLetterOf(world, parked);
  return { world, desk: await entered(world) };
}

async function deskWithEmailLetter() {
  const world = makeWorld({ transport: programmedCo3().transport });
  await world.ledger.write(anOrderRecord({ letter: { id: 'letter-1', content: null }, status: 'letter', dueAt: null }));
  await world.ledger.write(aLetterRecord());
  return { world, desk: await entered(world) };
}

async function entered(world: ReturnType<typeof makeWorld>) {
  const desk = makeDeskBench(world);
  await desk.enter();
  return desk;
}

import { describe, expect, it } from 'vitest';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLetter, aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld, type World } from '../../support/world.ts';

const MAPPED = { 'seen:settings.payments': 'Utánvét (GLS)', 'value:settings.payments': 'c.o.d.' };

describe('the page of a cause', () => {
  it('says how many letters there are, what is at stake, and shows a sample of five', async () => {
    const { desk, path } = await deskWithUnmapped(10);

    const page = await desk.page(path);

    expect(textOf(page)).toContain(
      'Letters 10 At stake HUF 63,500 Shop acme-shop Who mends it whoever keeps the settings',
    );
    expect(textOf(page)).toContain('settings.payments Utánvét (GLS)');
    expect(page.match(/<th scope="row"><a href="\/letters\//g)).toHaveLength(5);
    expect(textOf(page)).toContain('Redrive all 10 in steps');
  });

  it('shows before anything is kept what becomes of one of them, and the lines for later orders', async () => {
    const { desk, path, world } = await deskWithUnmapped(3);
    const before = world.ledger.backUp();

    const answer = await desk.send(`${path}/correct`, { ...MAPPED, intent: 'preview' });

    const page = await answer.text();
    expect(textOf(page)).toContain('Nothing is kept yet. As far as can be told without CO3, it would go through.');
    expect(page).toContain('payments:\n      Utánvét (GLS): c.o.d.');
    expect(textOf(page)).toContain('Keep it for all 3 and redrive in steps');
    expect(world.ledger.backUp()).toStrictEqual(before);
  });

  it('offers no correction of what is one buyer’s alone, only the redrive', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    const snapshot = anOrder({ buyer: aBuyer({ email: 'not-an-email' }) });
    const letter = { id: 'letter-1', content: null };
    await world.ledger.write(
      anOrderRecord({ letter, status: 'letter', reason: 'InvalidEmail', dueAt: null, snapshot }),
    );
    await world.ledger.write(aLetterRecord());
    const { desk, path } = await opened(world);

    const page = await desk.page(path);

    expect(page).toContain(`action="${path}/redrive"`);
    expect(page).not.toContain(`action="${path}/correct"`);
  });

  it('offers no redrive of what a person has to look at', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    const error = { ...aLetter().error, code: null, name: 'OutcomeUnknown', fields: [] };
    await world.ledger.write(aLetterRecord({}, { error }));
    const { desk, path } = await opened(world);

    expect(await desk.page(path)).not.toContain(`action="${path}/redrive"`);
  });

  it('says so once no letter is open for it', async () => {
    const { desk } = await deskWithUnmapped(1);

    expect(await desk.page('/causes/0123456789')).toContain('No letter is open for this cause any more.');
    expect(await (await desk.send('/causes/0123456789/redrive', {})).text()).toContain(
      'No letter is open for this cause',
    );
  });

  it('refuses a value that is none, and keeps nothing', async () => {
    const { desk, path, world } = await deskWithUnmapped(2);
    const before = world.ledger.backUp();

    for (const value of ['barter', '']) {
      const answer = await desk.send(`${path}/correct`, {
        ...MAPPED,
        'value:settings.payments': value,
        intent: 'redrive',
      });
      expect(answer.status).toBe(409);
    }

    expect(world.ledger.backUp()).toStrictEqual(before);
  });
});

describe('the work on a cause', () => {
  it('corrects all of its orders, redrives them in steps, and tells how far it is', async () => {
    const { desk, path, world } = await deskWithUnmapped(10);

    const answer = await desk.send(`${path}/correct`, { ...MAPPED, why: 'as agreed', intent: 'redrive' });
    const page = await endOf(desk, answer.headers.get('location') ?? '');

    expect(answer.status).toBe(303);
    expect(page).toContain('Done Corrected 10 of 10 Answered or back 10 of 10');
    expect(page).toContain('10 answered, 0 back, or not let go, 0 being tried, 0 not tried.');
    expect(world.ledger.all('order').every(({ status }) => status === 'settled')).toBe(true);
    expect(world.order().corrections).toMatchObject([{ new: 'c.o.d.', by: 'erika', why: 'as agreed' }]);
  });

  it('only keeps the correction where the person says so', async () => {
    const { desk, path, world } = await deskWithUnmapped(2);

    const answer = await desk.send(`${path}/correct`, { ...MAPPED, intent: 'save' });
    await endOf(desk, answer.headers.get('location') ?? '');

    expect(world.ledger.all('order').map(({ status, corrections }) => [status, corrections.length])).toStrictEqual([
      ['letter', 1],
      ['letter', 1],
    ]);
  });

  it('stops by itself where the cause is not mended, and names the letter', async () => {
    const { desk, path, world } = await deskWithUnmapped(10);

    const answer = await desk.send(`${path}/redrive`, {});
    const page = await endOf(desk, answer.headers.get('location') ?? '');

    expect(page).toContain('It stopped by itself: a letter is open for the same reason once more.');
    expect(page).toContain('0 answered, 1 back, or not let go, 0 being tried, 9 not tried.');
    expect(world.ledger.all('letter').every(({ letter }) => letter.state === 'parked')).toBe(true);
  });

  it.each([['/jobs/nobody'], ['/jobs/nobody/state']])('there is none at %s', async (path) => {
    const { desk } = await deskWithUnmapped(1);

    expect((await desk.ask(path, { headers: { cookie: desk.cookie() } })).status).toBe(404);
  });
});

type Desk = ReturnType<typeof makeDeskBench>;

/** What a job's page says once it is over. */
const endOf = async (desk: Desk, path: string): Promise<string> => {
  for (let looks = 0; looks < 10_000; looks += 1) {
    const page = await desk.page(`${path}/state`);
    if (!page.includes('hx-get=')) return textOf(page);
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the job does not end');
};

const deskWithUnmapped = async (count: number) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  for (let at = 0; at < count; at += 1) {
    const buyer = aBuyer({ email: `b${at}@example.hu` });
    await world.arrive(
      anOrder({ orderId: String(2_000 + at), number: `#${2_000 + at}`, gateways: ['Utánvét (GLS)'], buyer }),
    );
    await world.deliver();
    world.clock.advance(1_000);
  }
  return opened(world);
};

const opened = async (world: World) => {
  // While the desk waits, the worker works.
  const desk = makeDeskBench(world, async (ms) => {
    await world.deliver();
    world.clock.advance(ms);
  });
  await desk.enter();
  const [line] = await world.ledger.letters();
  return { desk, world, path: `/causes/${line?.cause ?? ''}` };
};

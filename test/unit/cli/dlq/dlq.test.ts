import { describe, expect, it } from 'vitest';
import { OWN_PROBLEMS } from '../../../../lib/co3/own-problems.ts';
import { toAsciiJson } from '../../../../lib/event/message.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aBuyer, anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered, refused, type Scripted, scriptedCo3, signedIn } from '../../../support/scripted-co3.ts';
import { parkLetterOf, parkUnknown } from '../../../support/undecided.ts';
import { makeWorld, type World } from '../../../support/world.ts';

const made = (tag: string, id: string): Scripted => answered(`<result>OK</result><${tag}>${id}</${tag}>`);
const BAD_EMAIL = [signedIn('s'), refused(22, 'Invalid e-mail address')];

describe('bridge dlq list', () => {
  it('tells what is wrong, in which field, who mends it and how old it is', async () => {
    const { bridge, world, id } = await benchOf(BAD_EMAIL);
    world.clock.advance(7_200_000);

    const { code, stdout } = await bridge('dlq', 'list');

    expect(code).toBe(0);
    expect(stdout).toContain('22 InvalidEmail (1)');
    expect(stdout).toContain('mended by buyer-data');
    expect(stdout).toMatch(
      new RegExp(`${id.slice(0, 10)} +#1001 +buyer\\.email: anna\\.minta@example\\.com +acme-shop +acme +2 h +parked`),
    );
  });

  it('groups by cause, that of the newest letter first', async () => {
    const { bridge, world } = await benchOf([
      ...BAD_EMAIL,
      refused(206, 'No name'),
      refused(22, 'Invalid e-mail address'),
    ]);
    for (const number of ['1002', '1003']) {
      world.clock.advance(60_000);
      await world.arrive(
        anOrder({ orderId: number, number: `#${number}`, buyer: aBuyer({ email: `${number}@example.hu` }) }),
      );
      await world.deliver();
    }

    const { stdout } = await bridge('dlq', 'list');

    expect(stdout.match(/#\d+ |\d+ \w+ \(\d\)/g)).toStrictEqual([
      '22 InvalidEmail (2)',
      '#1003 ',
      '#1001 ',
      expect.stringContaining('206 '),
      '#1002 ',
    ]);
  });

  it.each([
    ['en', '22 InvalidEmail (1): The e-mail address is faulty\n\n  Invalid e-mail address\n'],
    ['hu', '22 InvalidEmail (1): Hibás az e-mail-cím\n\n  Invalid e-mail address\n'],
  ])('heads CO3’s words with those of the catalogue (%s)', async (lang, heading) => {
    const { bridge } = await benchOf(BAD_EMAIL);

    const { stdout } = await bridge('dlq', 'list', '--lang', lang);

    expect(stdout).toContain(heading);
  });

  it.each(['en', 'hu'] as const)('says what a reason of our own means (%s)', async (lang) => {
    const world = aWorld();
    await parkLetterOf(world, { name: 'NoBuyer' });

    const { stdout } = await cli(world).bridge('dlq', 'list', '--lang', lang);

    const { title, means } = OWN_PROBLEMS.NoBuyer;
    expect(stdout).toContain(`NoBuyer (1): ${title[lang]}\n\n  ${means[lang]}\n`);
  });

  it('shows only one shop where it is asked to', async () => {
    const { bridge } = await benchOf(BAD_EMAIL);

    const own = await bridge('dlq', 'list', '--shop', 'acme-shop', '--json');
    const other = await bridge('dlq', 'list', '--shop', 'nobody');

    expect(JSON.parse(own.stdout)).toMatchObject([{ code: 22, places: [{ path: 'buyer.email' }] }]);
    expect(other.code).toBe(2);
  });

  it('shows only one cause, or what one person can mend, where it is asked to', async () => {
    const { bridge, world } = await benchOf([...BAD_EMAIL, refused(206, 'No name')]);
    await world.arrive(anOrder({ orderId: '1002', number: '#1002', buyer: aBuyer({ email: '2@example.hu' }) }));
    await world.deliver();
    const lines: { code: number; cause: string }[] = JSON.parse((await bridge('dlq', 'list', '--json')).stdout);
    const email = lines.find(({ code }) => code === 22)?.cause ?? '';

    const ofCause = await bridge('dlq', 'list', '--cause', email.slice(0, 6), '--json');
    const ofMender = await bridge('dlq', 'list', '--mended-by', 'accountant');

    expect(JSON.parse(ofCause.stdout)).toStrictEqual([expect.objectContaining({ code: 22, label: '#1001' })]);
    expect(ofMender.stdout).toBe('No letter is open.\n');
    expect((await bridge('dlq', 'list', '--mended-by', 'nobody')).code).toBe(2);
  });

  it('shows the newest of each cause, and all of them where it is asked to', async () => {
    const { bridge, world } = await benchOf([...BAD_EMAIL, refused(22, 'Invalid e-mail address')]);
    world.clock.advance(60_000);
    await world.arrive(anOrder({ orderId: '1002', number: '#1002', buyer: aBuyer({ email: '2@example.hu' }) }));
    await world.deliver();

    const one = await bridge('dlq', 'list', '--limit', '1');
    const all = await bridge('dlq', 'list', '--limit', '2');

    expect(one.stdout.match(/#\d+/g)).toStrictEqual(['#1002']);
    expect(one.stdout).toContain('and 1 more (--limit 2 shows all)');
    expect(all.stdout.match(/#\d+/g)).toStrictEqual(['#1002', '#1001']);
    expect((await bridge('dlq', 'list', '--limit', 'many')).code).toBe(2);
  });

  it('leaves out what is answered', async () => {
    const { bridge, world } = await benchOf(BAD_EMAIL);
    await world.arrive(anOrder({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, paid: false }));
    await world.deliver();

    expect((await bridge('dlq', 'list')).stdout).toBe('No letter is open.\n');
  });

  it('says so where no letter is open', async () => {
    const { bridge } = await benchOf([signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')]);

    const { code, stdout } = await bridge('dlq', 'list');

    expect([code, stdout]).toStrictEqual([0, 'No letter is open.\n']);
  });
});

describe('bridge dlq show', () => {
  it('tells the story by the beginning of an id, in Hungarian too', async () => {
    const { bridge, id } = await benchOf(BAD_EMAIL);

    const { code, stdout } = await bridge('dlq', 'show', id.slice(0, 6), '--lang', 'hu');

    expect(code).toBe(0);
    expect(stdout).toContain(`Letter ${id}`);
    expect(stdout).toMatch(/error +22 InvalidEmail: Hibás az e-mail-cím\n/);
    expect(stdout).toContain('e-mail-címe hibás');
    expect(stdout).toContain('<contact_email><![CDATA[anna.minta@example.com]]></contact_email>');
    expect(stdout).toContain('<api_key><![CDATA[…]]></api_key>');
    expect(stdout).toMatch(/parked +bridge +InvalidEmail/);
  });

  it.each(['en', 'hu'] as const)('heads a reason of our own and says what it means (%s)', async (lang) => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'NoBuyer' });

    const { stdout } = await cli(world).bridge('dlq', 'show', id, '--lang', lang);

    const { title, means } = OWN_PROBLEMS.NoBuyer;
    expect(stdout).toMatch(new RegExp(`error +NoBuyer: ${title[lang]}\n +meaning +${means[lang]}\n`));
  });

  it('advises with a command that can be pasted', async () => {
    const { bridge, id } = await benchOf(BAD_EMAIL);

    const { stdout } = await bridge('dlq', 'show', id);

    expect(stdout).toContain(`npx bridge dlq redrive ${id}`);
    expect(stdout).not.toContain('redrive ID');
  });

  it('says of a letter that is closing that nothing is left to be done', async () => {
    const { bridge, id, world } = await benchOf(BAD_EMAIL);
    await world.arrive(anOrder({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, paid: false }));
    await world.deliver();

    const { stdout } = await bridge('dlq', 'show', id);

    expect(stdout).toMatch(/state +closing/);
    expect(stdout).toContain('nothing is left to be done');
  });

  it('is the letter itself as JSON', async () => {
    const { bridge, id, world } = await benchOf(BAD_EMAIL);

    const { stdout } = await bridge('dlq', 'show', id, '--json');

    expect(JSON.parse(stdout)).toStrictEqual(world.ledger.all('letter')[0]?.letter);
  });

  it('says that nothing was sent where that is so, and not of a letter about what was sent', async () => {
    const [unsent, differing, unconfirmed] = await Promise.all(
      ['TotalsMismatch', 'AmountDiffers', 'ProductNotConfirmed'].map(async (name) => {
        const world = aWorld();
        return cli(world).bridge('dlq', 'show', await parkLetterOf(world, { name }));
      }),
    );

    expect(unsent?.stdout).toContain('Nothing was sent');
    expect(differing?.stdout).not.toContain('Nothing was sent');
    expect(unconfirmed?.stdout).not.toContain('Nothing was sent');
  });

  it('takes escape sequences out of what CO3 said', async () => {
    const { bridge, id } = await benchOf([signedIn('s'), refused(22, 'Invalid &#x9b;31m\u202eevil')]);

    const { stdout } = await bridge('dlq', 'show', id);

    expect(stdout).toContain('evil');
    expect(stdout).not.toMatch(/[\u0080-\u009f\u202e]/);
  });

  it('shows a closed letter by its whole id', async () => {
    const { bridge, id, world } = await benchOf([...BAD_EMAIL, made('contact_id', '7'), made('invoice_id', '42')]);
    await world.arrive(
      anOrder({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, buyer: aBuyer({ email: 'a@example.hu' }) }),
    );
    await world.deliver();
    await world.pass(120_000);

    const whole = await bridge('dlq', 'show', id);
    const short = await bridge('dlq', 'show', id.slice(0, 6));

    expect(whole.stdout).toMatch(/state +closed/);
    expect([short.code, short.stderr]).toStrictEqual([1, expect.stringContaining('bridge dlq list')]);
  });

  it('asks for more of an id that several letters begin with', async () => {
    const { bridge, world } = await benchOf([...BAD_EMAIL, refused(22, 'Invalid e-mail address')]);
    await world.arrive(anOrder({ orderId: '1002', number: '#1002', buyer: aBuyer({ email: 'b@example.hu' }) }));
    await world.deliver();

    const { code, stderr } = await bridge('dlq', 'show', '');

    expect(code).toBe(2);
    for (const { key } of world.ledger.all('letter')) expect(stderr).toContain(key);
  });
});

describe('bridge dlq redrive', () => {
  it('lets the order go again, and rings', async () => {
    const { bridge, id, world } = await benchOf([...BAD_EMAIL, made('contact_id', '7'), made('invoice_id', '42')]);

    const { code } = await bridge('dlq', 'redrive', id.slice(0, 8));

    expect(code).toBe(0);
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
    await world.deliver();
    expect(world.order().status).toBe('settled');
    expect(world.ledger.all('letter')[0]?.letter.history.map(({ action, by }) => [action, by])).toContainEqual([
      'redriven',
      'erika',
    ]);
  });

  it('puts the message of a letter that was never merged back into the queue', async () => {
    const world = aWorld();
    const body = toAsciiJson({ kind: 'snapshot', shop: 'acme-shop', traceId: 'trace-1', snapshot: anOrder() });
    world.deadLetters.send(body);
    await world.pass(60_000);
    const [letter] = world.ledger.all('letter');

    const { code, stdout } = await cli(world).bridge('dlq', 'redrive', letter?.key ?? '');

    expect([code, stdout]).toStrictEqual([0, expect.stringContaining('Put back')]);
    expect(world.events.bodies()).toStrictEqual([body]);
  });

  it('is refused where a document may have been made, and rings for nobody', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);

    const { code, stderr } = await cli(world).bridge('dlq', 'redrive', id);

    expect(code).toBe(1);
    expect(stderr).toContain('could double it');
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it('is refused to the second of two', async () => {
    const { bridge, id } = await benchOf(BAD_EMAIL);
    await bridge('dlq', 'redrive', id);

    const { code, stderr } = await bridge('dlq', 'redrive', id);

    expect(code).toBe(1);
    expect(stderr).toContain('redriving');
  });
});

const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });

const cli = (world: World) => makeCliBench(world, { env: { USER: 'erika' } });

/** A bench whose worker has tried one order with such answers of CO3; `id` is its letter's. */
const benchOf = async (script: readonly Scripted[]) => {
  const world = makeWorld({ transport: (clock) => scriptedCo3(clock, script).transport });
  await world.arrive(anOrder());
  await world.deliver();
  const id = world.ledger.all('letter')[0]?.key ?? '';
  return { world, id, ...cli(world) };
};

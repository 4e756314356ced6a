import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aCorrection } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { type Parked, parkLetterOf } from '../../../support/undecided.ts';
import { makeWorld, type World } from '../../../support/world.ts';

const cli = (world: World, options: CliOptions = {}) => makeCliBench(world, { env: { USER: 'erika' }, ...options });
const EMAIL = [{ tag: 'contact_email', path: 'buyer.email', value: 'anna.minta@example.com', allowed: [] }];
const PAYMENT = [{ tag: '', path: 'settings.payments', value: 'Utánvét (GLS)', allowed: [] }];
const BY_GLS: Omit<Parked, 'name'> = { order: { snapshot: anOrder({ gateways: ['Utánvét (GLS)'] }) }, fields: PAYMENT };

const parked = async (more: Omit<Parked, 'name'> = { fields: EMAIL }, name = 'InvalidEmail') => {
  const world = makeWorld({ transport: programmedCo3().transport });
  await parkLetterOf(world, { name, ...more });
  return { world, bridge: cli(world).bridge };
};

describe('bridge dlq correct', () => {
  it('stores the correction, shows what it changes, and says how it is sent', async () => {
    const { world, bridge } = await parked();

    const { code, stdout } = await bridge(
      ...['dlq', 'correct', 'letter', '--local', 'buyer.email=anna@example.hu', '--why', 'by telephone'],
    );

    expect(code).toBe(0);
    expect(stdout).toMatch(/buyer\.email +anna\.minta@example\.com +anna@example\.hu/);
    expect(stdout).toMatch(/- .*anna\.minta@example\.com.*\n.*\+ .*anna@example\.hu/);
    expect(stdout).not.toContain('setInvoice');
    expect(stdout).toContain('npx bridge dlq redrive letter-1 --local');
    expect(world.order()).toMatchObject({ status: 'letter', dueAt: null });
    expect(world.order().corrections).toMatchObject([{ new: 'anna@example.hu', by: 'erika', why: 'by telephone' }]);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it('redrives it at once where it is asked to, and rings', async () => {
    const { world, bridge } = await parked();

    const { code, stdout } = await bridge('dlq', 'correct', 'letter-1', 'buyer.email=anna@example.hu', '--redrive');

    expect([code, world.order().reason]).toStrictEqual([0, 'Redriven']);
    expect(stdout).toContain('Stored and redriven: order #1001');
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
  });

  it('does not redrive what would be a letter again', async () => {
    const { world, bridge } = await parked(BY_GLS, 'UnmappedPayment');

    const { code, stdout } = await bridge('dlq', 'correct', 'letter-1', 'buyer.phone=1', '--redrive');

    expect([code, world.order().status]).toStrictEqual([1, 'letter']);
    expect(stdout).toMatch(
      /Something else is still in its way:[\s\S]*UnmappedPayment[\s\S]*Stored; it is not tried again/,
    );
    expect(world.order().corrections).toHaveLength(1);
  });

  it('only looks with --dry-run', async () => {
    const { world, bridge } = await parked(BY_GLS, 'UnmappedPayment');

    const { code, stdout } = await bridge('dlq', 'correct', 'letter-1', 'settings.payments=c.o.d.', '--dry-run');

    expect(code).toBe(0);
    expect(stdout).toContain('setInvoice, which could not be made before');
    expect(stdout).toContain('      Utánvét (GLS): c.o.d.');
    expect(stdout).toContain('Nothing is stored.');
    expect(world.order().corrections).toStrictEqual([]);
  });

  it('tells what CO3 is likely to refuse', async () => {
    const { bridge } = await parked();

    const { stdout } = await bridge('dlq', 'correct', 'letter-1', 'buyer.email=nowhere', '--dry-run');

    expect(stdout).toMatch(/CO3 is likely to refuse it all the same:[\s\S]*22 InvalidEmail/);
  });

  it('says so where the calls stay as they are', async () => {
    const { bridge } = await parked();

    const { stdout } = await bridge('dlq', 'correct', 'letter-1', 'buyer.taxNumber=12345676-1-42', '--dry-run');

    expect(stdout).toContain('The calls to CO3 stay as they are.');
  });

  it('tells a program', async () => {
    const { world, bridge } = await parked();

    const { stdout } = await bridge('dlq', 'correct', 'letter-1', 'buyer.email=anna@example.hu', '--json');

    expect(JSON.parse(stdout)).toMatchObject({
      ...{ letter: 'letter-1', order: world.order().key, remains: null, isStored: true, isRedriven: false },
      changes: [{ path: 'buyer.email', row: null, old: 'anna.minta@example.com', new: 'anna@example.hu' }],
      after: { calls: [{ method: 'setContact' }, { method: 'setInvoice' }] },
    });
  });

  it.each([
    [2, ['buyer.email'], 'buyer.email is no change'],
    [2, [], 'No change is named'],
    [2, ['buyer.shoeSize=44'], 'there are: buyer.name.last'],
    [2, ['buyer.country=Hungary'], 'Two capital letters'],
    [2, ['rows.0.quantity=1'], 'money or a quantity'],
    [1, ['settings.unit=piece'], 'acme-shop:\n    unit: piece'],
    [1, ['buyer.email=anna.minta@example.com'], 'stands at buyer.email already'],
  ] as const)('ends with %i for %j', async (code, pairs, words) => {
    const { world, bridge } = await parked();

    const ran = await bridge('dlq', 'correct', 'letter-1', ...pairs);

    expect([ran.code, ran.stderr]).toStrictEqual([code, expect.stringContaining(words)]);
    expect(world.order().corrections).toStrictEqual([]);
  });

  it('keeps texts of the shop off the terminal', async () => {
    const snapshot = anOrder({ gateways: ['\u001b[2JGLS\u202e'] });
    const { bridge } = await parked({ order: { snapshot } }, 'UnmappedPayment');

    const { stdout } = await bridge('dlq', 'correct', 'letter-1', 'settings.payments=cash', '--dry-run');

    expect(stdout).toContain('GLS');
    expect(stdout).not.toContain('\u202e');
    expect(stdout).not.toContain('\u001b[2J');
  });
});

describe('bridge dlq show', () => {
  it('has the command that corrects the place which the letter points at', async () => {
    const { bridge } = await parked();

    const { stdout } = await bridge('dlq', 'show', 'letter-1', '--local');

    expect(stdout).toContain('npx bridge dlq correct letter-1 --local buyer.email=VALUE --redrive');
    expect(stdout).toMatch(/buyer\.email +e-mail +anna\.minta@example\.com +An address such as/);
  });

  it('has the values that are allowed, in the language asked for', async () => {
    const { bridge } = await parked(BY_GLS, 'UnmappedPayment');

    const { stdout } = await bridge('dlq', 'show', 'letter-1', '--lang', 'hu');

    expect(stdout).toMatch(/settings\.payments +fizetési mód +Utánvét \(GLS\) +transfer, cash, bankcard/);
  });

  it.each([
    ['points at nothing that can be corrected', {}],
    ['is answered', { letter: { state: 'closed' as const }, fields: EMAIL }],
  ])('says nothing of it for a letter that %s', async (_, more) => {
    const { bridge } = await parked(more);

    const { stdout } = await bridge('dlq', 'show', 'letter-1');

    expect(stdout).not.toContain('dlq correct');
  });

  it('and bridge order tell what was corrected, by whom, and whether it holds', async () => {
    const corrections = [
      aCorrection({ new: 'x@y.example', endedAt: '2026-12-02T09:55:00.000Z' as never }),
      aCorrection({ why: 'by telephone' }),
    ];
    const { bridge } = await parked({ order: { corrections } });
    await bridge('dlq', 'correct', 'letter-1', 'buyer.phone=1', '--why', 'she asked');

    const letter = await bridge('dlq', 'show', 'letter-1');
    const order = await bridge('order', 'acme-shop', '1001');

    for (const { stdout } of [letter, order]) {
      expect(stdout).toMatch(/buyer\.email +anna\.minta@example\.com +x@y\.example +erika +— +until 2026-12-02 09:55/);
      expect(stdout).toMatch(/anna@example\.hu +erika +by telephone +yes/);
    }
    expect(letter.stdout).toMatch(/corrected +erika +buyer\.phone: «\+36 1 555 0100» → «1»\n +she asked/);
  });
});

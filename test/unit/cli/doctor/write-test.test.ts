import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { anOrder } from '../../../support/orders.ts';
import type { OtherNames } from '../../../support/other-names.ts';
import { invoicesOf, makeSimulatedWorld } from '../../../support/simulated-world.ts';
import { ACCOUNT_SECRET } from '../../../support/world.ts';

const TEST = ['doctor', '--shop', 'acme-shop', '--write-test'];
const SURE = ['--account', 'acme', '--yes'];

describe('bridge doctor --write-test', () => {
  it('asks for the account’s name, and prints what was made and which names hold', async () => {
    const { bridge, world } = benchOf({}, { typed: 'acme' });

    const { code, stdout, stderr } = await bridge(...TEST);

    expect(code).toBe(0);
    expect(stderr).toContain('This makes a contact, an invoice and its storno in CO3’s account `acme`.');
    expect(stdout).toMatch(/invoice +V-2026\/00001 \(id 1\)/);
    expect(stdout).toMatch(/storno +V-2026\/00002 \(id 2\)/);
    expect(stdout).toMatch(/setContact contact_email +assumed +yes/);
    expect(stdout).toMatch(/setInvoice customer_vat_type +attested +yes/);
    expect(stdout).toMatch(/setInvoice comment +assumed +yes/);
    expect(stdout).toContain('setContact: contact_firm, contact_owner,');
    expect(stdout).toContain('All names that were tried hold. The contact stays in CO3; the invoice is cancelled.');
    expect(invoicesOf(world.co3).map(({ status }) => status)).toStrictEqual(['cancelled', 'storno']);
  });

  it('does not ask where the account is named and the person is sure', async () => {
    const { bridge } = benchOf();

    const { code, stdout, stderr } = await bridge(...TEST, ...SURE, '--json');

    const { good, writeTest } = JSON.parse(stdout);
    expect([code, good, stderr]).toStrictEqual([0, true, '']);
    expect(writeTest).toMatchObject({
      stopped: '',
      left: '',
      made: [{ what: 'contact' }, { what: 'invoice' }, { what: 'storno' }],
    });
  });

  it.each([['acne'], ['yes'], ['']])('writes nothing where the person types %j', async (typed) => {
    const { bridge, world } = benchOf({}, { typed });

    const { code, stdout, stderr } = await bridge(...TEST);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain('That is not the name of the account. Nothing was written.');
    expect(writesOf(world)).toStrictEqual([]);
  });

  it.each([
    [['doctor', '--write-test'], '--write-test needs --shop'],
    [[...TEST, '--account', 'beta'], 'The account of acme-shop is acme, not beta. Nothing was written.'],
    [[...TEST, '--yes'], '--yes needs --account'],
    [['doctor', '--shop', 'acme-shop', '--yes'], '--account and --yes go with --write-test.'],
  ])('is used wrongly with %j', async (argv, problem) => {
    const { bridge, world } = benchOf({}, { typed: 'acme' });

    const { code, stderr } = await bridge(...argv);

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(problem)]);
    expect(world.co3.calls).toStrictEqual([]);
  });

  it('writes nothing to an account that is at work, however sure the person is', async () => {
    const { bridge, world } = benchOf();
    await world.arrive(anOrder());
    await world.deliver();
    const before = writesOf(world);

    const { code, stderr } = await bridge(...TEST, ...SURE);

    expect([code, writesOf(world)]).toStrictEqual([1, before]);
    expect(stderr).toContain('Nothing was written. The account is at work: CO3 shows the invoice V-2026/00001');
    expect(stderr).toContain('Use a trial account');
  });

  it('writes nothing as long as something is wrong, but for webhooks', async () => {
    const { bridge, world } = benchOf({ isTableGone: true });

    const { code, stdout } = await bridge(...TEST, ...SURE);

    expect(code).toBe(1);
    expect(stdout).toContain('Nothing was written: mend this first.');
    expect(writesOf(world)).toStrictEqual([]);
  });

  it('names what CO3 does not know under the name that is assumed', async () => {
    const { bridge } = benchOf({ names: { contact_email: 'email' }, comment: 'dropped' });

    const { code, stdout } = await bridge(...TEST, ...SURE);

    expect(code).toBe(1);
    expect(stdout).toMatch(/setContact contact_email +assumed +NO +CO3 shows nothing under that name/);
    expect(stdout).toMatch(/setInvoice comment +assumed +NO +CO3 keeps no comments.*commentKept: false/);
    expect(stdout).toContain('«When CO3 calls something otherwise»');
  });

  it('says why it went no further, and what is left in CO3', async () => {
    const { bridge, world } = benchOf();
    world.co3.fault({ kind: 'reset', method: 'setInvoice', times: 1 });

    const { code, stdout } = await bridge(...TEST, ...SURE);

    expect(code).toBe(1);
    expect(stdout).toContain('It went no further. CO3 gave no answer');
    expect(stdout).toContain('Look in CO3 for the invoice with co3-bridge-write-test/');
  });

  it('at a terminal tells how far it is', async () => {
    const { bridge } = benchOf({}, { tty: true, columns: 100 });

    const { stderr } = await bridge(...TEST, ...SURE);

    expect(stderr).toContain('2 of 4 parts of the test done, next is the invoice');
  });
});

interface Around {
  readonly names?: OtherNames;
  readonly comment?: 'whole' | 'dropped';
  readonly isTableGone?: boolean;
}

/** A trial account with nothing in it. */
function benchOf({ names = {}, comment = 'whole', isTableGone = false }: Around = {}, options: CliOptions = {}) {
  const dialect = { acknowledges: 'result-and-id', comment, forintDecimals: 2 } as const;
  const world = makeSimulatedWorld({ seed: 1, names, dialect });
  const look = {
    table: async () => (isTableGone ? 'DELETING' : 'ACTIVE'),
    queues: async () => ({ events: 0, deadLetters: 0 }),
    clockAheadMs: () => null,
  };
  const secret = (name: string) => JSON.stringify(name === 'co3-bridge/acme' ? ACCOUNT_SECRET : { webhook: ['k'] });
  return { ...makeCliBench(world, { yaml: shopsYml('on'), secret, ports: { look }, ...options }), world };
}

const writesOf = (world: ReturnType<typeof makeSimulatedWorld>): readonly string[] =>
  world.co3.calls.map(({ method }) => method).filter((method) => method.startsWith('set'));

import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../../lib/co3/contract.ts';
import { toContract } from '../../../../lib/co3/contract-overrides.ts';
import { type Examination, examineCo3 } from '../../../../lib/deliver/examine/examine-co3.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { aLaneRecord } from '../../../support/ledger-records.ts';
import { anAccount, anOrder } from '../../../support/orders.ts';
import type { OtherNames } from '../../../support/other-names.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered, noAnswer, refused } from '../../../support/scripted-co3.ts';
import { makeSimulatedWorld } from '../../../support/simulated-world.ts';
import { makeWorld, START, type World } from '../../../support/world.ts';

describe('an account that has everything', () => {
  it('is asked for each reading method once, and every name of the contract comes', async () => {
    const world = await worldOf();
    const before = world.co3.calls.length;

    const { failed, methods } = await examined(world);

    expect(failed).toBe('');
    expect(methods.map(({ kind, method }) => `${method} ${kind}`)).toStrictEqual(
      METHODS.map((one) => `${one} compared`),
    );
    expect(methods.flatMap((one) => (one.kind === 'compared' ? one.comparison.missing : []))).toStrictEqual([]);
    expect(world.co3.calls.slice(before).map(({ method }) => method)).toStrictEqual(METHODS);
  });

  it('keeps the pace, gives the lane back, and writes nothing else', async () => {
    const world = await worldOf();
    const records = JSON.stringify(world.ledger.all('order'));
    const before = world.co3.calls.length;

    await examined(world);

    const times = world.co3.calls.slice(before).map(({ at }) => at);
    expect(times.filter((at, index) => at - (times[index - 2] ?? 0) < 1_000)).toStrictEqual([]);
    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ lease: null });
    expect(JSON.stringify(world.ledger.all('order'))).toBe(records);
  });

  it('is asked with what it shows first: an invoice that it has received is none of ours', async () => {
    const invoices = '<invoice><invoice_id>7</invoice_id><crdr>received</crdr></invoice>';
    const co3 = programmedCo3((method) =>
      method === 'getInvoices' ? answered(`<invoices>${invoices}</invoices>`) : undefined,
    );

    const { methods } = await examined(makeWorld({ transport: co3.transport }));

    expect(methods.find(({ method }) => method === 'getInvoice')).toStrictEqual({
      kind: 'not-asked',
      method: 'getInvoice',
      lacks: 'invoice',
    });
  });
});

describe('an account that calls something otherwise', () => {
  const names: OtherNames = { gross: 'brutto', contact_name: 'partner_name', stock: 'keszlet' };

  it('is told apart by what did not come and what came besides', async () => {
    const world = await worldOf(names);

    const { methods } = await examined(world);

    const differing = methods.flatMap((one) =>
      one.kind === 'compared' && one.comparison.missing.length > 0
        ? [[one.method, one.comparison.missing.map(({ name }) => name), one.comparison.besides]]
        : [],
    );
    expect(differing).toStrictEqual([
      ['getContacts', ['contact_name'], ['partner_name']],
      ['getInvoices', ['gross'], ['brutto']],
      ['getInvoice', ['gross'], ['order_reference', 'brutto']],
      ['getProduct', ['stock'], ['keszlet']],
      ['getStock', ['stock'], ['keszlet']],
    ]);
  });

  it('is right once the names are in its contract', async () => {
    const world = await worldOf(names);
    const contract = toContract({
      getContacts: { tags: { contact_name: 'partner_name' } },
      getInvoices: { tags: { gross: 'brutto' } },
      getInvoice: { tags: { gross: 'brutto' } },
      getProduct: { tags: { stock: 'keszlet' } },
      getStock: { tags: { stock: 'keszlet' } },
    });

    const { methods } = await examined(world, contract.ok ? contract.value : PLAIN_CONTRACT);

    expect(methods.flatMap((one) => (one.kind === 'compared' ? one.comparison.missing : []))).toStrictEqual([]);
  });
});

describe('an account that does not answer', () => {
  it('is asked no further where signing in fails', async () => {
    const co3 = programmedCo3((method) => (method === 'authenticate' ? refused(7, 'Authentication error') : undefined));
    const world = makeWorld({ transport: co3.transport });

    const examination = await examined(world);

    expect(examination).toStrictEqual({
      failed: 'CO3 refuses: 7 AuthenticationFailed (Authentication error).',
      methods: [],
    });
    expect(new Set(co3.methods())).toStrictEqual(new Set(['authenticate']));
    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ lease: null, hold: null });
  });

  it('keeps what was seen until then', async () => {
    const co3 = programmedCo3((method) => (method === 'getInvoices' ? noAnswer : undefined));

    const { failed, methods } = await examined(makeWorld({ transport: co3.transport }));

    expect(failed).toBe('CO3 gave no answer: reset.');
    expect(methods.map(({ method }) => method)).toStrictEqual(['getHistoryTypes', 'getContacts', 'getContact']);
  });

  it('says so where its lane is held because of that', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    await updateRecord(world.deps, 'lane', 'acme', (known) => ({
      ...(known ?? aLaneRecord()),
      hold: { reason: 'code' as const, code: 7, method: null, since: START, until: START + 60_000, probes: 0 },
    }));

    const { failed } = await examined(world);

    expect(failed).toContain('The lane of acme is held, because CO3 answers with code 7.');
  });
});

it('goes on after a method that is refused', async () => {
  const co3 = programmedCo3((method) => (method === 'getContacts' ? refused(18) : undefined));

  const { failed, methods } = await examined(makeWorld({ transport: co3.transport }));

  expect(failed).toBe('');
  expect(methods.map(({ method, kind }) => [method, kind]).slice(1, 4)).toStrictEqual([
    ['getContacts', 'refused'],
    ['getContact', 'not-asked'],
    ['getInvoices', 'compared'],
  ]);
});

const METHODS = ['getHistoryTypes', 'getContacts', 'getContact', 'getInvoices', 'getInvoice', 'getProduct', 'getStock'];

/** A CO3 where an order has been invoiced. */
async function worldOf(names: OtherNames = {}) {
  const world = makeSimulatedWorld({ seed: 1, names, dialect: { text: 'cdata', comment: 'whole', forintDecimals: 2 } });
  await world.arrive(anOrder());
  await world.deliver();
  return world;
}

const examined = (world: World, contract = PLAIN_CONTRACT): Promise<Examination> =>
  examineCo3({ ...world.deps, say: () => undefined }, { account: anAccount(), contract }, () => undefined);

import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../../infra/local/co3/dialect.ts';
import { toContract } from '../../../../lib/co3/contract-overrides.ts';
import { runWriteTest, type WriteReport } from '../../../../lib/deliver/write-test/write-test.ts';
import type { Result } from '../../../../lib/event/result.ts';
import { anAccount, anOrder, aShop } from '../../../support/orders.ts';
import type { OtherNames } from '../../../support/other-names.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered } from '../../../support/scripted-co3.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../../../support/simulated-world.ts';
import { makeWorld, type World } from '../../../support/world.ts';

const PLAIN: Partial<Dialect> = {
  acknowledges: 'result-and-id',
  comment: 'whole',
  rounding: 'row',
  forintDecimals: 2,
};

describe('in a trial account', () => {
  it('makes a contact and an invoice and takes the invoice back, and every name that it tried holds', async () => {
    const world = worldOf();

    const report = reportOf(await tested(world));

    expect(report.made.map(({ what, number }) => [what, number])).toStrictEqual([
      ['contact', ''],
      ['invoice', 'V-2026/00001'],
      ['storno', 'V-2026/00002'],
    ]);
    expect([report.stopped, report.left]).toStrictEqual(['', '']);
    expect(report.names.filter(({ verdict }) => verdict !== 'holds')).toStrictEqual([]);
    expect(report.facts.filter(({ holds }) => !holds)).toStrictEqual([]);
    expect(invoicesOf(world.co3).map(({ status, gross }) => [status, gross])).toStrictEqual([
      ['cancelled', '2540.00'],
      ['storno', '-2540.00'],
    ]);
  });

  it('says which names it tried, each once, and which it did not', async () => {
    const { names, untried } = reportOf(await tested(worldOf()));

    expect(names.map(({ method, tag }) => `${method}.${tag}`)).toStrictEqual([
      ...['lastname', 'firstname', 'email', 'phone', 'country', 'zip', 'city', 'address'].map(
        (tag) => `setContact.contact_${tag}`,
      ),
      ...['crdr', 'method', 'contact_id', 'currency', 'language', 'issue_date', 'payment_date'].map(
        (tag) => `setInvoice.${tag}`,
      ),
      ...['fulfillment_date', 'customer_vat_type', 'comment', 'name', 'quantity', 'unit'].map(
        (tag) => `setInvoice.${tag}`,
      ),
      ...['net_price', 'vat', 'note', 'storno_id'].map((tag) => `setInvoice.${tag}`),
    ]);
    expect(untried).toStrictEqual([
      {
        method: 'setContact',
        tags: ['contact_firm', 'contact_owner', 'contact_categories', 'contact_vat_number', 'contact_comment'],
      },
      { method: 'setInvoice', tags: ['fx_rate', 'bank_account', 'product_id', 'discount'] },
    ]);
  });

  it('tries the settings of the shop too', async () => {
    const shop = aShop({
      contactOwner: 'bridge',
      contactCategories: ['Webshop'],
      bankAccount: '11700000-20000001-00000000',
      languages: { default: 'en_US' },
    });
    const world = worldOf();

    const { names } = reportOf(await tested(world, { shop }));

    expect(names.filter(({ verdict }) => verdict !== 'holds')).toStrictEqual([]);
    expect(names.map(({ tag }) => tag)).toEqual(
      expect.arrayContaining(['contact_owner', 'contact_categories', 'bank_account']),
    );
  });

  it('may be made again: what stands there are its own documents, which no other shop’s gate takes for an order’s', async () => {
    const world = worldOf();
    await tested(world);

    const again = reportOf(await tested(world));
    await world.arrive(anOrder());
    await world.deliver();

    expect([again.stopped, invoicesOf(world.co3).length]).toStrictEqual(['', 5]);
    expect(world.order().reason).toBe('Invoiced');
  });

  it('is known by its rows where CO3 keeps no comments', async () => {
    const world = worldOf({ comment: 'dropped' });
    await tested(world);

    expect(reportOf(await tested(world)).stopped).toBe('');
  });

  it('leaves nothing in the ledger but the lane', async () => {
    const world = worldOf();

    await tested(world);

    expect([world.ledger.all('order'), world.ledger.all('contact')]).toStrictEqual([[], []]);
    expect(world.ledger.all('lane')).toMatchObject([{ lease: null, hold: null, proof: { candidate: null } }]);
  });
});

describe('an account that is at work', () => {
  it('is not written to', async () => {
    const world = worldOf();
    await world.arrive(anOrder());
    await world.deliver();
    const before = world.co3.calls.length;

    const outcome = await tested(world);

    expect(outcome).toStrictEqual({
      ok: false,
      problem: expect.stringContaining('CO3 shows the invoice V-2026/00001, which is none of this test’s'),
    });
    expect(world.co3.calls.slice(before).map(({ method }) => method)).toStrictEqual(['getInvoices', 'getInvoice']);
  });

  it.each([
    [
      'the list of invoices has other names',
      '<szamlak><szamla><id>1</id></szamla></szamlak>',
      'Mend the contract first',
    ],
    ['invoices bear no id', '<invoice><number>1</number></invoice>', 'Mend the contract first'],
    [
      'there are many',
      Array.from({ length: 21 }, (_, at) => `<invoice><invoice_id>${at + 1}</invoice_id></invoice>`).join(''),
      'CO3 shows 21 invoices',
    ],
  ])('is not written to where %s', async (_, list, why) => {
    const co3 = programmedCo3((method) => (method === 'getInvoices' ? answered(list) : undefined));

    const outcome = await tested(makeWorld({ transport: co3.transport }));

    expect(outcome).toStrictEqual({ ok: false, problem: expect.stringContaining(why) });
    expect(co3.methods().filter((method) => method.startsWith('set'))).toStrictEqual([]);
  });
});

describe('a CO3 of another dialect', () => {
  it.each<[string, Partial<Dialect>, readonly string[]]>([
    [
      'says no ids',
      { acknowledges: 'result' },
      ['the answer to setContact', 'the answer to setInvoice', 'the answer to setInvoice'],
    ],
    ['reckons whole forints', { forintDecimals: 0, acknowledges: 'id' }, []],
    ['wraps and escapes', { depth: 3, text: 'escaped', whitespace: true, references: true, errorStatus: 500 }, []],
  ])('that %s is tried to its end', async (_, dialect, failing) => {
    const { stopped, names, facts } = reportOf(await tested(worldOf(dialect)));

    expect(stopped).toBe('');
    expect(names.filter(({ verdict }) => verdict !== 'holds')).toStrictEqual([]);
    expect(facts.filter(({ holds }) => !holds).map(({ what }) => what.split(' bears')[0])).toStrictEqual(failing);
  });

  it.each<[Dialect['comment'], string]>([
    ['dropped', 'absent'],
    ['cut-200', 'cut'],
  ])('that keeps of comments what is %s shows it', async (comment, verdict) => {
    const { names } = reportOf(await tested(worldOf({ comment })));

    expect(names.filter(({ tag }) => tag === 'comment').map((name) => name.verdict)).toStrictEqual([verdict]);
  });

  it.each<[string, OtherNames, readonly string[]]>([
    ['an e-mail', { contact_email: 'email' }, ['contact_email absent']],
    ['a row’s unit and note', { unit: 'me', note: 'megjegyzes' }, ['unit absent', 'note absent']],
    ['the kind of buyer', { customer_vat_type: 'vevo' }, ['customer_vat_type absent']],
  ])('that calls %s otherwise is found out', async (_, names, verdicts) => {
    const report = reportOf(await tested(worldOf({}, names)));

    expect(report.stopped).toBe('');
    expect(
      report.names.filter(({ verdict }) => verdict !== 'holds').map(({ tag, verdict }) => `${tag} ${verdict}`),
    ).toStrictEqual(verdicts);
  });

  it('is right where its words are in the account’s contract', async () => {
    const world = worldOf();
    const account = anAccount({ contract: { values: { customer_vat_type: { PRIVATE_PERSON: 'PIVATE_PERSON' } } } });

    const { names } = reportOf(await tested(world, { account }));

    expect(invoicesOf(world.co3)[0]?.fields['customer_vat_type']).toBe('PIVATE_PERSON');
    expect(names.filter(({ verdict }) => verdict !== 'holds')).toStrictEqual([]);
  });

  it('that needs a name which it is not sent refuses, and nothing is left but the contact', async () => {
    const { made, stopped, left } = reportOf(await tested(worldOf({}, { net_price: 'ar' })));

    expect(made.map(({ what }) => what)).toStrictEqual(['contact']);
    expect(stopped).toContain('No invoice was issued. CO3 refuses: 4 MissingParameter');
    expect(left).toBe('');
  });

  it('that cancels by another name leaves an invoice to be cancelled by hand, and says so', async () => {
    const world = worldOf({}, { storno_id: 'sztorno' });

    const { made, names } = reportOf(await tested(world));

    // It takes the storno for an invoice of its own.
    expect(made).toHaveLength(3);
    expect(names.find(({ tag }) => tag === 'storno_id')?.verdict).toBe('absent');
  });
});

describe('a call that gets no answer', () => {
  it.each(['commit-then-cut', 'late-commit'] as const)('is looked for and never repeated: %s', async (kind) => {
    const world = worldOf();
    world.co3.fault(
      kind === 'late-commit'
        ? { kind, ms: 20_000, how: 'reset', method: 'setInvoice', times: 1 }
        : { kind, method: 'setInvoice', times: 1 },
    );

    const { made, stopped } = reportOf(await tested(world));

    expect([stopped, made.map(({ what }) => what)]).toStrictEqual(['', ['contact', 'invoice', 'storno']]);
    expect(world.co3.calls.filter(({ method }) => method === 'setInvoice')).toHaveLength(2);
  });

  it('says what may stand in CO3 where it is not found', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'reset', method: 'setInvoice', times: 1 });

    const { made, stopped, left } = reportOf(await tested(world));

    expect(made.map(({ what }) => what)).toStrictEqual(['contact']);
    expect(stopped).toContain('CO3 gave no answer');
    expect(left).toMatch(/^Look in CO3 for the invoice with co3-bridge-write-test\/id-\d+\/invoice in its comment/);
  });

  it.each([
    [{ kind: 'refuse', code: 307 } as const, 'No storno was issued. CO3 refuses: 307', ''],
    [{ kind: 'reset' } as const, 'CO3 gave no answer', ' Look in CO3 for the storno with co3-bridge-write-test/id-'],
  ])('at the storno says that the invoice stands: %j', async (fault, why, more) => {
    const world = worldOf();
    const deps = {
      ...world.deps,
      co3: onStorno(world, () => world.co3.fault({ ...fault, method: 'setInvoice', times: 1 })),
    };

    const { made, stopped, left } = reportOf(await tested({ ...world, deps }));

    expect(made.map(({ what }) => what)).toStrictEqual(['contact', 'invoice']);
    expect(stopped).toContain(why);
    expect(left).toContain(`The invoice V-2026/00001 (1) stands in CO3: cancel it there by hand.${more}`);
  });

  it('at the contact ends there', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 205, method: 'setContact', times: 1 });

    const { made, stopped, left } = reportOf(await tested(world));

    expect([made, left]).toStrictEqual([[], '']);
    expect(stopped).toContain('No contact was made. CO3 refuses: 205 ContactLimitReached');
  });
});

function worldOf(dialect: Partial<Dialect> = {}, names: OtherNames = {}): SimulatedWorld {
  return makeSimulatedWorld({ seed: 1, names, dialect: { ...PLAIN, ...dialect } });
}

const tested = (world: World, { shop = aShop(), account = anAccount() } = {}): Promise<Result<WriteReport, string>> => {
  const contract = toContract(account.contract);
  if (!contract.ok) throw new Error(contract.problem);
  const of = { account, contract: contract.value, shop };
  return runWriteTest({ ...world.deps, say: () => undefined }, of, () => undefined);
};

/** The world's client, which does something just before the second document leaves. */
const onStorno = (world: World, act: () => void): World['deps']['co3'] => {
  let documents = 0;
  return {
    open: (...given) => {
      const connection = world.deps.co3.open(...given);
      return {
        ...connection,
        call: async (command) => {
          if (command.method === 'setInvoice') documents += 1;
          if (command.method === 'setInvoice' && documents === 2) act();
          return connection.call(command);
        },
      };
    },
  };
};

const reportOf = (outcome: Result<WriteReport, string>): WriteReport => {
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.value;
};

import { describe, expect, it } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { type AskedFact, askCo3, isAskable } from '../../../lib/dead-letters/ask-co3.ts';
import type { Letter } from '../../../lib/dead-letters/letter.ts';
import { withHold } from '../../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../../lib/deliver/update-record.ts';
import { ok } from '../../../lib/event/result.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import { aLetter } from '../../support/ledger-records.ts';
import { anAccount } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { answered, noAnswer, refused, type Scripted } from '../../support/scripted-co3.ts';
import { makeWorld, START } from '../../support/world.ts';

describe('a letter of an issue date before the last invoice’s', () => {
  it('is told the latest of those that the account has issued, whatever it has received since', async () => {
    const invoices = [
      invoice({ id: '1', day: '2026-12-04' }),
      invoice({ id: '2', day: '2031-01-01', direction: 'received' }),
      invoice({ id: '3', day: '2026-12-07', direction: 'advance out' }),
      invoice({ id: '4', day: '2026-12-03' }),
    ];

    const { told, calls } = await ask('IssueDateBeforeLastInvoice', '', { getInvoices: answered(invoices.join('')) });

    expect(told).toMatchObject({ 'earliest that CO3 takes now': '2026-12-07' });
    expect(calls).toStrictEqual([['getInvoices', '2026-12-02 2099-12-31']]);
  });

  it('is told that nothing is in the way where no invoice is dated after today', async () => {
    const { told } = await ask('IssueDateBeforeLastInvoice', '', {
      getInvoices: answered(invoice({ id: '1', day: '2026-12-02' })),
    });

    expect(told).toStrictEqual({
      'latest issue date in CO3': 'none after today, 2026-12-02',
      'earliest that CO3 takes now': '2026-12-02',
      'a redrive': 'passes, as far as the issue date goes',
    });
  });

  it('is told of invoices that could not be read', async () => {
    const { told } = await ask('IssueDateBeforeLastInvoice', '', {
      getInvoices: answered(invoice({ id: '', day: '2026-12-09' })),
    });

    expect(told).toMatchObject({ 'invoices without an id': '1' });
  });
});

describe('a letter of stock that is not enough', () => {
  const REMOVAL = call('removeStock', { product_id: '7', warehouse_id: '2', quantity: '1.5' });

  it('is told what is there, what lacks, and what stands elsewhere', async () => {
    const { told, calls } = await ask('NotEnoughStock', REMOVAL, { getStock: stock('7', { 1: '3', 2: '0.25' }) });

    expect(told).toStrictEqual({
      product: 'Bögre (MUG)',
      'in the warehouse 2': '0.25',
      'to be taken out': '1.5',
      lacking: '1.25',
      'in other warehouses': '1: 3',
    });
    expect(calls).toStrictEqual([['getStock', '7']]);
  });

  it('is told that a redrive passes where there is enough by now', async () => {
    const { told } = await ask('NotEnoughStock', REMOVAL, { getStock: stock('7', { 2: '1.5' }) });

    expect(told).toMatchObject({ lacking: 'nothing: a redrive passes', 'in other warehouses': 'none' });
  });

  it('is told of no figures that contradict each other', async () => {
    const { told } = await ask('NotEnoughStock', REMOVAL, { getStock: stock('7', { 2: '1' }, '99') });

    expect(told).toStrictEqual({ product: 'Bögre (MUG)', stock: 'CO3’s figures cannot be read' });
  });

  it('says so where CO3 shows another product, or none', async () => {
    const { asked } = await ask('NotEnoughStock', REMOVAL, { getStock: stock('8', { 2: '5' }) });

    expect(asked).toMatchObject({ problem: { why: 'not-read', text: { hu: expect.stringContaining('nem mutatja') } } });
  });
});

it.each([call('removeStock', { product_id: '7' }), call('setProduct', { id: '7' })])(
  'tells of an unknown warehouse those that hold the product (%#)',
  async (sent) => {
    const { facts } = await ask('UnknownWarehouse', sent, { getStock: stock('7', { 1: '3', 2: '1' }) });

    expect(facts.at(-1)).toStrictEqual({
      label: { en: 'warehouses that hold it', hu: 'raktárak, ahol van belőle' },
      value: { en: '1, 2', hu: '1, 2' },
      path: 'settings.stock',
      allowed: ['1', '2'],
    });
  },
);

describe('a letter of contact categories', () => {
  const SENT = call('setContact', { contact_categories: 'VIP, Webshop' });

  it('is told all that there are', async () => {
    const { facts } = await ask('InvalidContactCategories', SENT, {
      getContactCategories: categories('Webshop', 'Ügyfél'),
    });

    expect(facts).toStrictEqual([
      {
        label: { en: 'contact categories in CO3', hu: 'partnerkategóriák a CO3-ban' },
        value: { en: 'Webshop, Ügyfél', hu: 'Webshop, Ügyfél' },
        path: 'settings.contactCategories',
        allowed: ['Webshop', 'Ügyfél'],
      },
      {
        label: { en: 'sent, and not among them', hu: 'elküldött, de nem szerepel köztük' },
        value: { en: 'VIP', hu: 'VIP' },
        path: '',
        allowed: [],
      },
    ]);
  });

  it('asks by the name that the account has given the method', async () => {
    const { told } = await ask(
      'InvalidContactCategories',
      SENT,
      { listCategories: categories('VIP', 'Webshop') },
      { contract: { getContactCategories: { method: 'listCategories' } } },
    );

    expect(told).toMatchObject({ 'sent, and not among them': 'none' });
  });

  it('is told those of the five newest contacts where CO3 does not know the method', async () => {
    const { told, calls } = await ask('InvalidContactCategories', SENT, {
      getContactCategories: refused(3),
      getContacts: answered(
        ['4', '11', '2', '9', '3', '8'].map((id) => `<contact><contact_id>${id}</contact_id></contact>`).join(''),
      ),
      getContact: answered('<contact><contact_categories>Webshop, Régi</contact_categories></contact>'),
    });

    expect(told).toMatchObject({
      'categories of the newest contacts': 'Webshop, Régi',
      'sent, and not among them': 'VIP',
    });
    expect(calls.slice(2).map(([, sent]) => sent)).toStrictEqual(['11', '9', '8', '4', '3']);
  });

  it('says why where CO3 refuses for another reason', async () => {
    const { asked } = await ask('InvalidContactCategories', SENT, { getContactCategories: refused(18, 'No right.') });

    expect(asked).toStrictEqual({
      ok: false,
      problem: {
        why: 'not-read',
        text: {
          en: `CO3 does not let that be read. ${CO3_CODES[18].title.en} (18 PermissionDenied: No right.).`,
          hu: `A CO3 ezt nem engedi kiolvasni. ${CO3_CODES[18].title.hu} (18 PermissionDenied: No right.).`,
        },
      },
    });
  });
});

it.each([
  ['UnknownContactOwner', '', { 'owners of the newest contacts': 'anna' }],
  ['ContactLimitReached', '', { 'contacts that the bridge’s user sees': '1' }],
  ['ContactNotAccessible', call('setInvoice', { contact_id: '7' }), { 'the contact 7': 'Minta Anna' }],
  [
    'OverPayment',
    call('setInvoiceBalance', { invoice_id: '42' }),
    {
      'the invoice with the id 42': '2026/42, 2026-12-02, issued',
      sum: '6350.00 HUF',
      paid: '6000.00 HUF',
      open: '350.00 HUF',
    },
  ],
  [
    'InvoiceMissingInCo3',
    call('setInvoice', { storno_id: '42' }),
    expect.objectContaining({ 'the invoice with the id 42': '2026/42, 2026-12-02, issued' }),
  ],
  ['UnknownBankAccount', '', { 'bank accounts on the latest invoices': '11700000-1' }],
  ['InvalidLanguage', '', { 'languages of the latest invoices': 'hu_HU' }],
  ['InvalidInvoiceCurrency', '', { 'currencies of the latest invoices': 'HUF' }],
  ['InvalidCustomerVatType', '', { 'kinds of customer on the latest invoices': 'PIVATE_PERSON' }],
  ['ProductNotFound', call('setProduct', { item_number: 'MUG' }), { 'products with the SKU MUG': '7: Bögre' }],
  ['SkuNotUnique', call('setProduct', { item_number: 'NONE' }), { 'products with the SKU NONE': 'CO3 has none' }],
] as const)('tells of %s what CO3 has', async (name, sent, expected) => {
  const { told } = await ask(name, sent, EVERYTHING);

  expect(told).toStrictEqual(expected);
});

it.each([
  [
    'OverPayment',
    301,
    { 'the invoice with the id 42': 'CO3 does not find it' },
    call('setInvoiceBalance', { invoice_id: '42' }),
  ],
  [
    'ContactNotAccessible',
    201,
    { 'the contact 7': 'CO3 does not show it to the bridge’s user' },
    call('setInvoice', { contact_id: '7' }),
  ],
] as const)('takes for an answer to %s that CO3 refuses with %i', async (name, code, expected, sent) => {
  const { told } = await ask(name, sent, { getInvoice: refused(code), getContact: refused(code) });

  expect(told).toStrictEqual(expected);
});

describe('nothing is asked', () => {
  it.each([
    ['InvalidEmail', call('setContact', { contact_email: 'x' })],
    ['NotEnoughStock', ''],
    ['NotEnoughStock', '<a><b>'],
    ['ContactNotAccessible', call('setContact', { contact_id: '0' })],
    ['constructor', ''],
  ])('of %s where no read could tell more (%#)', async (name, sent) => {
    const { asked, calls, letter, world } = await ask(name, sent, {});

    expect(asked).toMatchObject({ ok: false, problem: { why: 'nothing-to-ask' } });
    expect(isAskable(world.deps.settings, letter)).toBe(false);
    expect(calls).toStrictEqual([]);
  });

  it('where the settings have the account no more', async () => {
    const { asked, calls } = await ask('IssueDateBeforeLastInvoice', '', {}, {}, { account: 'gone' });

    expect(asked).toMatchObject({
      ok: false,
      problem: { why: 'settings', text: { en: expect.stringContaining('`gone`') } },
    });
    expect(calls).toStrictEqual([]);
  });

  it('while the lane is held because CO3 does not answer', async () => {
    const { asked, calls } = await ask('IssueDateBeforeLastInvoice', '', {}, {}, {}, 'no-answer');

    expect(asked).toMatchObject({
      problem: { why: 'not-read', text: { en: expect.stringContaining('bridge lane list') } },
    });
    expect(calls).toStrictEqual([]);
  });
});

it('says so where CO3 gives no answer, and gives the lane back', async () => {
  const { asked, world } = await ask('IssueDateBeforeLastInvoice', '', { getInvoices: noAnswer });

  expect(asked).toMatchObject({ problem: { why: 'not-read', text: { hu: expect.stringContaining('nem olvasható') } } });
  expect(world.ledger.all('lane').map(({ lease, hold }) => [lease, hold])).toStrictEqual([[null, null]]);
});

function call(method: string, sent: Readonly<Record<string, string>>): string {
  const leaves = Object.entries(sent).map(([tag, value]) => `<${tag}><![CDATA[${value}]]></${tag}>`);
  return `<command><${method}><api_key>…</api_key>${leaves.join('')}</${method}></command>`;
}

function invoice({ id, day, direction = 'outgoing' }: { id: string; day: string; direction?: string }): string {
  return `<invoice><invoice_id>${id}</invoice_id><crdr>${direction}</crdr><issue_date>${day}</issue_date></invoice>`;
}

function stock(id: string, warehouses: Readonly<Record<string, string>>, total = ''): Scripted {
  const inEach = Object.entries(warehouses).map(
    ([warehouse, quantity]) =>
      `<warehouse><warehouse_id>${warehouse}</warehouse_id><quantity>${quantity}</quantity></warehouse>`,
  );
  return answered(
    `<product><product_id>${id}</product_id><item_number>MUG</item_number><product_name>Bögre</product_name><stock>${total}</stock><warehouses>${inEach.join('')}</warehouses></product>`,
  );
}

function categories(...names: readonly string[]): Scripted {
  return answered(
    names
      .map((name) => `<contact_category><contact_category_name>${name}</contact_category_name></contact_category>`)
      .join(''),
  );
}

const INVOICE =
  '<invoice><invoice_id>42</invoice_id><invoice_number>2026/42</invoice_number><crdr>outgoing</crdr><currency>HUF</currency><gross>6350.00</gross><balance>6000.00</balance><issue_date>2026-12-02</issue_date><status>issued</status><bank_account>11700000-1</bank_account><language>hu_HU</language><customer_vat_type>PIVATE_PERSON</customer_vat_type></invoice>';

const EVERYTHING = {
  getContacts: answered('<contact><contact_id>7</contact_id></contact>'),
  getContact: answered(
    '<contact><contact_lastname>Minta</contact_lastname><contact_firstname>Anna</contact_firstname><contact_owner>anna</contact_owner></contact>',
  ),
  getInvoices: answered(INVOICE),
  getInvoice: answered(INVOICE),
  getProduct: stock('7', { 1: '1' }),
};

/** Asks about a letter of that error whose call was sent so; `calls` are the reads with what they sent. */
const ask = async (
  name: string,
  sent: string,
  answers: Readonly<Record<string, Scripted>>,
  account: Partial<AccountSettings> = {},
  overrides: Partial<Letter> = {},
  held?: 'no-answer',
) => {
  const co3 = programmedCo3((method) => answers[method]);
  const world = makeWorld({ transport: co3.transport, accounts: [anAccount(account)] });
  if (held !== undefined)
    await updateRecord(world.deps, 'lane', 'acme', (lane) =>
      lane === undefined ? lane : withHold(lane, { reason: held, code: null, method: null }, START),
    );
  const letter = aLetter({
    error: { ...aLetter().error, name, fields: [] },
    call: sent === '' ? null : { method: /<command><(\w+)>/.exec(sent)?.[1] ?? 'setContact', xml: sent },
    ...overrides,
  });
  const asked = await askCo3({ ...world.deps, say: () => undefined }, world.deps.settings, letter);
  const facts: readonly AskedFact[] = (asked.ok ? asked : ok([])).value;
  return {
    ...{ asked, facts, letter, world },
    told: Object.fromEntries(facts.map(({ label, value }) => [label.en, value.en])),
    calls: co3.calls
      .filter(({ method }) => method !== 'authenticate')
      .map(({ method, body }) => [
        method,
        body
          .replace(/^.*<\/session_key>/s, '')
          .replaceAll(/<[^>]*>/g, ' ')
          .trim()
          .replaceAll(/ +/g, ' '),
      ]),
  };
};

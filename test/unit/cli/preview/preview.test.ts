import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { webhookWith } from '../../../support/webhooks.ts';

const PAID = 'shopify/orders-paid.huf.json';

describe('bridge preview', () => {
  it('shows snapshot, rows with their sum and calls without keys, and ends with 0', async () => {
    const { bridge } = benchWith();

    const { code, stdout } = await bridge(...PREVIEW);

    expect(code).toBe(0);
    for (const part of ['#1001', 'its invoice is sent', 'setContact', '<api_key><![CDATA[…]]></api_key>', 'setInvoice'])
      expect(stdout.toLowerCase()).toContain(part.toLowerCase());
    expect(stdout).toMatch(/^ {2}sum .* (\d+\.\d\d)\n {2}owed .* \1$/m);
  });

  it('speaks to nobody', async () => {
    const bench = benchWith({
      place: async () => {
        throw new Error('a stack was asked for');
      },
    });

    const { code } = await bench.bridge(...PREVIEW);

    expect(code).toBe(0);
    expect(bench.posts).toStrictEqual([]);
  });

  it.each([
    ['is not paid', { financial_status: 'pending' }, 'it is not paid yet (NotPaid)'],
    ['is a test', { test: true }, 'it is a test order'],
    ['is too old', { created_at: '2020-01-01T10:00:00+01:00' }, '(BeforeInvoiceFrom)'],
  ])('ends with 1 and says why where the order %s', async (_, fields, why) => {
    const { bridge } = benchWith({}, fields);

    const { code, stdout } = await bridge(...PREVIEW);

    expect(code).toBe(1);
    expect(stdout).toContain(why);
  });

  it('shows the refusal that CO3 is likely to answer, decoded', async () => {
    const { bridge } = benchWith({}, { email: 'not-an-email', contact_email: 'not-an-email' });

    const { code, stdout } = await bridge(...PREVIEW, '--lang', 'hu');

    expect(code).toBe(1);
    expect(stdout).toContain('22 InvalidEmail');
    expect(stdout).toMatch(/buyer\.email +contact_email +not-an-email/);
    expect(stdout).toContain('e-mail-címe hibás');
  });

  it('shows the letter that an order becomes which cannot be translated', async () => {
    const { bridge } = benchWith({}, { payment_gateway_names: ['barter'] });

    const { code, stdout } = await bridge(...PREVIEW, '--json');

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ due: { due: true }, letter: { name: 'UnmappedPayment' }, sent: null });
  });

  it('shows the letter that a body becomes which is no order', async () => {
    const { bridge, file } = benchWith();
    file('order.json', '{"id": 1}');

    const { code, stdout } = await bridge(...PREVIEW);

    expect(code).toBe(1);
    expect(stdout).toContain('UnreadablePayload');
  });

  it.each([
    ['supervised', 'waits for `bridge order … --release`'],
    ['shadow', 'in shadow: nothing is sent'],
  ] as const)('says what a shop that is %s does with it', async (mode, words) => {
    const { bridge } = benchWith({ yaml: shopsYml(mode) });

    const { code, stdout } = await bridge(...PREVIEW);

    expect(code).toBe(0);
    expect(stdout).toContain(words);
  });

  it('reads standard input for -', async () => {
    const { bridge } = benchWith({ stdin: webhookWith(PAID, INVOICEABLE).toString() });

    const { code } = await bridge(...PREVIEW.map((word) => (word === 'order.json' ? '-' : word)));

    expect(code).toBe(0);
  });

  it.each([
    ['the shop is not in the settings', ['--shop', 'nobody'], 2, 'there are: acme-shop'],
    ['the settings are not there', ['--settings', 'none.yml'], 2, '--settings'],
    ['the settings are faulty', ['--settings', 'faulty.yml'], 2, 'shops'],
    ['the topic carries no order', ['--topic', 'products/create'], 1, 'docs/shops/shopify.md says what is used'],
  ])('says what to do where %s', async (_, words, exit, next) => {
    const { bridge, file } = benchWith();
    file('faulty.yml', 'accounts: {}');

    const { code, stdout, stderr } = await bridge(...PREVIEW, ...words);

    expect([code, stdout]).toStrictEqual([exit, '']);
    expect(stderr).toContain(next);
  });

  it('takes escape sequences out of what the order says', async () => {
    const evil = '\u001b[2Jevil';
    const { bridge } = benchWith({}, { billing_address: { ...ADDRESS, last_name: evil } });

    const { stdout } = await bridge(...PREVIEW);

    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('evil');
  });
});

const PREVIEW = [
  'preview',
  '--shop',
  'acme-shop',
  '--topic',
  'orders/paid',
  '--settings',
  'stack-shops.yml',
  'order.json',
];
/** What the fixture lacks for an invoice in the bench's shop. */
const INVOICEABLE = {
  payment_gateway_names: ['shopify_payments'],
  note_attributes: [{ name: 'adoszam', value: '12345676-1-42' }],
};
const ADDRESS = { first_name: 'Ágnes', address1: 'Fő utca 1.', city: 'Győr', zip: '9021', country_code: 'HU' };

const benchWith = (options: CliOptions = {}, fields: Readonly<Record<string, unknown>> = {}) => {
  const bench = makeCliBench(undefined, options);
  bench.file('order.json', webhookWith(PAID, { ...INVOICEABLE, ...fields }));
  return bench;
};

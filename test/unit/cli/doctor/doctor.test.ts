import { expect, it } from 'vitest';
import type { Io } from '../../../../lib/cli/io.ts';
import { refused } from '../../../../lib/cli/outcome.ts';
import { ok } from '../../../../lib/event/result.ts';
import { makeCliBench, shopsYml } from '../../../support/cli-bench.ts';

const ACCOUNT = '{"apiKey": "MARK-1", "username": "MARK-2", "password": "MARK-3"}';
const SHOP = '{"webhook": ["MARK-4", "MARK-5"], "api": {"clientId": "MARK-6", "clientSecret": "MARK-7"}, "MARK-8": 1}';
const GOOD = { 'co3-bridge/acme': ACCOUNT, 'co3-bridge/acme-shop': SHOP };

it('finds everything good, and shows what it has looked at', async () => {
  const { bridge, cwd } = benchOf(GOOD);

  const { code, stdout, stderr } = await bridge('doctor');

  const words = stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect({ code, words, stderr }).toStrictEqual({
    code: 0,
    words: [
      ['looked at', 'state', 'where', 'what there is to say'],
      ['settings and contracts', 'good', `${cwd}/stack-shops.yml`, '—'],
      ['secret of the account acme', 'good', 'co3-bridge/acme', '—'],
      ['secret of the shop acme-shop', 'good', 'co3-bridge/acme-shop', '—'],
      [''],
      ['All good.'],
      [''],
    ],
    stderr: '',
  });
});

it('asks Secrets Manager anew, for each secret once', async () => {
  const { bridge, asked } = benchOf(GOOD);

  await bridge('doctor', '--shop', 'acme-shop', '--stage', 'prod');

  expect(asked).toStrictEqual([
    ['co3-bridge/acme', 'fresh'],
    ['co3-bridge/acme-shop', 'fresh'],
  ]);
});

it('looks at one shop and its account where it is asked for one', async () => {
  const { bridge, asked } = benchOf(
    GOOD,
    `${TWO}  beta-shop: { platform: shopify, tenant: beta.myshopify.com, account: beta, secret: co3-bridge/beta-shop, invoiceFrom: 2026-12-01T00:00:00Z }\n`,
  );

  await bridge('doctor', '--shop', 'beta-shop');

  expect(asked.map(([name]) => name)).toStrictEqual(['co3-bridge/beta', 'co3-bridge/beta-shop']);
});

it('warns of a secret that another shop names too, also where only one is asked for', async () => {
  const twins = `${shopsYml('on')}  acme-outlet: { platform: shopify, tenant: outlet.myshopify.com, account: acme, secret: co3-bridge/acme-shop, invoiceFrom: 2026-12-01T00:00:00Z }\n`;
  const { bridge } = benchOf(GOOD, twins);

  const { stdout } = await bridge('doctor', '--shop', 'acme-outlet', '--json');

  const says = 'the shop acme-shop names it too: whoever may sign for one may then sign for the other';
  expect(JSON.parse(stdout).checks.slice(0, 3)).toMatchObject([
    {},
    { says: '' },
    { what: 'secret of the shop acme-outlet', good: true, says },
  ]);
});

it.each([
  ['no JSON', { 'co3-bridge/acme': 'MARK-1' }, 'is no JSON object'],
  ['a list', { 'co3-bridge/acme': '["MARK-1"]' }, 'is no JSON object'],
  [
    'wrong values',
    { 'co3-bridge/acme': '{"apiKey": 5, "username": "", "MARK-9": "MARK-3"}' },
    'missing, empty or of the wrong kind: apiKey, username, password',
  ],
])('names the places of an account’s secret that is %s', async (_, secrets, says) => {
  const { bridge } = benchOf({ ...GOOD, ...secrets });

  const { code, stdout } = await bridge('doctor', '--json');

  expect({ code, json: JSON.parse(stdout) }).toMatchObject({
    code: 1,
    json: {
      good: false,
      checks: [
        { good: true },
        {
          what: 'secret of the account acme',
          good: false,
          at: 'co3-bridge/acme',
          says,
          next: 'Put it there anew, in the form that docs/settings.md, «Secrets», shows.',
        },
        { good: true },
      ],
    },
  });
});

it.each([
  ['ResourceNotFoundException', 'is not there', /^Put it there under this very name/],
  ['AccessDeniedException', 'cannot be read: AccessDeniedException', /^Your AWS user may not do this/],
  ['SomethingElse', 'cannot be read: SomethingElse', /^This was not expected/],
])('says what to do where a secret cannot be read: %s', async (name, says, next) => {
  const error = Object.assign(new Error('MARK-1'), { name });
  const { bridge } = benchOf({ ...GOOD, 'co3-bridge/acme': new Error('wrapped', { cause: error }) });

  const { code, stdout } = await bridge('doctor', '--json');

  expect({ code, ...JSON.parse(stdout).checks[1] }).toStrictEqual({
    code: 1,
    what: 'secret of the account acme',
    good: false,
    at: 'co3-bridge/acme',
    says,
    next: expect.stringMatching(next),
  });
});

it('names every fault of the settings, and leaves the secrets alone', async () => {
  const { bridge, asked, cwd } = benchOf(GOOD, TWO.replace(/HU }/, 'hu }').replace('mode: "on"', 'mode: live'));

  const { code, stdout } = await bridge('doctor', '--json');

  const next = `Mend ${cwd}/stack-shops.yml.`;
  expect({ code, json: JSON.parse(stdout) }).toStrictEqual({
    code: 1,
    json: {
      good: false,
      checks: [
        ['accounts.beta.seller.country', 'a country is two capitals such as HU (ISO 3166-1)'],
        ['shops["acme-shop"].mode', 'one of: shadow, supervised, on'],
      ].map(([at, says]) => ({ what: 'settings', good: false, at, says, next })),
    },
  });
  expect(asked).toStrictEqual([]);
});

it('looks into the contract of each account', async () => {
  const { bridge } = benchOf(GOOD, shopsYml('on').replace('seller:', 'contract: { setContacts: {} }, seller:'));

  const { code, stdout } = await bridge('doctor');

  expect(code).toBe(1);
  expect(stdout).toMatch(
    /settings +BAD +accounts\.acme\.contract +no method `setContacts`; did you mean `getContacts`\? There are: authenticate,/,
  );
  expect(stdout).toContain('The secrets were not looked at');
});

it('names the line of a fault of YAML', async () => {
  const { bridge } = benchOf(GOOD, 'accounts: {}\nshops: [\n');

  const { code, stdout } = await bridge('doctor');

  expect(code).toBe(1);
  expect(stdout).toMatch(/settings +BAD +\S+stack-shops\.yml +line 3, column 1: /);
});

it.each([
  [['--shop', 'acne'], 'There is no shop `acne` in the settings; there are: acme-shop.'],
  [['--settings', 'nowhere.yml'], 'There is no readable settings file'],
])('is used wrongly with %j', async (options, problem) => {
  const { bridge, asked } = benchOf(GOOD);

  const { code, stdout, stderr } = await bridge('doctor', ...options);

  expect({ code, stdout, asked }).toStrictEqual({ code: 2, stdout: '', asked: [] });
  expect(stderr).toContain(problem);
});

it('says so where there is no stack', async () => {
  const { bridge } = makeCliBench(undefined, { place: async () => refused('No stack runs on this machine.') });

  const { code, stderr } = await bridge('doctor', '--local');

  expect({ code, stderr }).toStrictEqual({ code: 1, stderr: 'No stack runs on this machine.\n' });
});

const WHOLE_OF_MARKS =
  '{"MARK-1": {"MARK-2": ["MARK-3"]}, "webhook": [{"MARK-4": "MARK-5"}, "MARK-6"], "api": "MARK-7"}';

it.each(
  [
    GOOD,
    { 'co3-bridge/acme': 'MARK-1 {"', 'co3-bridge/acme-shop': '"MARK-2"' },
    { 'co3-bridge/acme': WHOLE_OF_MARKS, 'co3-bridge/acme-shop': WHOLE_OF_MARKS },
    {
      'co3-bridge/acme': '{"apiKey": ["MARK-1"], "password": {"MARK-2": 1}}',
      'co3-bridge/acme-shop': '{"webhook": "MARK-3"}',
    },
    {
      'co3-bridge/acme': new Error('MARK-1', { cause: new Error('MARK-2') }),
      'co3-bridge/acme-shop': new Error('MARK-3'),
    },
  ].flatMap((secrets) => [[], ['--json'], ['--shop', 'acme-shop']].map((options) => ({ secrets, options }))),
)('shows nothing of a secret, not even its length: $secrets $options', async ({ secrets, options }) => {
  const plain = benchOf(secrets);
  const longer = benchOf(
    Object.fromEntries(
      Object.entries(secrets).map(([name, secret]) => [
        name,
        typeof secret === 'string' ? secret.replaceAll('MARK-', 'MARK-MARK-MARK-') : secret,
      ]),
    ),
  );

  const shown = await outputOf(plain, options);
  const shownOfLonger = await outputOf(longer, options);

  expect(shown).not.toContain('MARK');
  expect(shownOfLonger).toBe(shown);
});

const TWO = shopsYml('on').replace(
  'accounts:\n',
  'accounts:\n  beta: { secret: co3-bridge/beta, currency: HUF, seller: { country: HU } }\n',
);

function benchOf(secrets: Readonly<Record<string, string | Error>>, yaml = shopsYml('on')) {
  const asked: [string, string][] = [];
  const place =
    (shopsFile: string): Io['place'] =>
    async () =>
      ok({
        webhooks: null,
        shopsFile,
        secrets: {
          read: async (name, how) => {
            asked.push([name, how]);
            const secret = secrets[name] ?? new Error(`there is no ${name}`);
            if (typeof secret === 'string') return secret;
            throw secret;
          },
        },
        secretSince: async () => null,
        open: () => Promise.reject(Object.assign(new Error('MARK-9'), { name: 'QueueDoesNotExist' })),
      });
  let shopsFile = '';
  const bench = makeCliBench(undefined, { yaml, place: (where) => place(shopsFile)(where) });
  shopsFile = `${bench.cwd}/stack-shops.yml`;
  return { bridge: bench.bridge, cwd: bench.cwd, asked };
}

/** All that is printed, without the folder that is each bench's own. */
async function outputOf({ bridge, cwd }: ReturnType<typeof benchOf>, options: readonly string[]): Promise<string> {
  const { stdout, stderr } = await bridge('doctor', ...options);
  return (stdout + stderr).replaceAll(cwd, '');
}

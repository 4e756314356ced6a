import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { toContract } from '../../../lib/co3/contract-overrides.ts';
import { PAYMENTS } from '../../../lib/settings/payments.ts';
import { readAccountSecret, readShopSecret } from '../../../lib/settings/secrets.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import { CUSTOMER_VAT_TYPES } from '../../../lib/settings/vat-words.ts';
import { parseShopsFile } from '../../../lib/shops/shops-file.ts';
import { foldText } from '../../../lib/translate/fold.ts';
import { PAYMENT_DEFAULTS } from '../../../lib/translate/payment-defaults.ts';

const readDoc = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const page = readDoc('settings.md');

const READ_BACK: Record<keyof AccountSettings['readBack'], true> = {
  settleSeconds: true,
  reads: true,
  windowMinutes: true,
  watchHours: true,
};
it.each(blocksOf('yaml').map((yaml) => [yaml.split('\n')[0] ?? '', yaml]))(
  'is accepted where it shows «%s»',
  (_, yaml) => {
    const settings = parseShopsFile(toWholeFile(yaml));

    expect(settings).toMatchObject({ ok: true });
  },
);

it('shows a contract whose renames there are', () => {
  const contracts = blocksOf('yaml').flatMap((yaml) => contractOf(parse(yaml)));

  const problems = contracts.map((contract) => toContract(contract)).filter(({ ok }) => !ok);

  expect(contracts).toHaveLength(1);
  expect(problems).toStrictEqual([]);
});

it.each([
  ...CUSTOMER_VAT_TYPES,
  'shadow',
  'supervised',
  'on',
  'fulfilled',
  'presentment',
  'correctDifference',
  'letter',
  'storno-and-new',
  'paid-and-refunded',
  'assumptions.passwordMd5',
  'assumptions.commentKept: false',
])('names the word %s', (word) => {
  expect(page).toContain(`\`${word}\``);
});

it('tells of the search in CO3 the very defaults', () => {
  const settings = parseShopsFile(toWholeFile('{}'));
  const readBack = settings.ok ? settings.value.accounts.get('acme')?.readBack : undefined;

  const told = Object.fromEntries(
    Object.keys(READ_BACK).map((word) => [
      word,
      Number(new RegExp(`^\\| \`${word}\` .*\\| \`(\\d+)\`, to`, 'm').exec(page)?.[1]),
    ]),
  );

  expect(told).toStrictEqual(readBack);
});

it.each(PAYMENTS)('lists the names that count as %s by themselves', (payment) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${payment}\` |`)) ?? '';

  const listed = [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => foldText(name));

  expect([...new Set(listed)].sort()).toStrictEqual(
    [...PAYMENT_DEFAULTS].flatMap(([name, counted]) => (counted === payment ? [name] : [])).sort(),
  );
});

it('shows both secrets in a shape that is taken', async () => {
  const [account = '', shop = ''] = blocksOf('json');

  const read = Promise.all([
    readAccountSecret({ read: async () => account }, 'account', 'cached'),
    readShopSecret({ read: async () => shop }, 'shop', 'cached'),
  ]);

  await expect(read).resolves.toHaveLength(2);
});

it.each(['settings.md', 'deploy.md', 'operations.md', 'delivery.md'])(
  'links from %s only to sections that there are',
  (name) => {
    const links = [...readDoc(name).matchAll(/\]\((?:([\w/.-]+\.md))?#([\w-]+)\)/g)];

    const broken = links.filter(([, file = name, anchor = '']) => !anchorsOf(file).includes(anchor));

    expect(links.length).toBeGreaterThan(0);
    expect(broken.map(([link]) => link)).toStrictEqual([]);
  },
);

function blocksOf(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
}

/** An excerpt stands in the least file that there can be: `contract` and `readBack` in its account, everything else in its shop. */
function toWholeFile(yaml: string): string {
  const tree: unknown = parse(yaml);
  if (!isTree(tree)) throw new Error(`not a map:\n${yaml}`);
  if ('accounts' in tree) return yaml;
  const { contract, readBack, ...settings } = tree;
  const least = {
    platform: 'shopify',
    tenant: 'acme.myshopify.com',
    account: 'acme',
    secret: 'co3-bridge/acme-shop',
    invoiceFrom: '2026-12-01T00:00:00+01:00',
  };
  const account = { secret: 'co3-bridge/acme', currency: 'HUF', seller: { country: 'HU' } };
  return stringify({
    accounts: {
      acme: {
        ...account,
        ...(contract === undefined ? {} : { contract }),
        ...(readBack === undefined ? {} : { readBack }),
      },
    },
    shops: { 'acme-shop': { ...least, ...settings } },
  });
}

function contractOf(tree: unknown): readonly unknown[] {
  return isTree(tree) && 'contract' in tree ? [tree['contract']] : [];
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  return [...readDoc(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

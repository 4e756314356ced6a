import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accountSecretSchema, toShopSecretSchema } from '../../../../lib/settings/secrets.ts';
import { PLATFORM_TRAITS } from '../../../../lib/shops/index.ts';
import { parseShopsFile } from '../../../../lib/shops/shops-file.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';

const GROUPS = ['contacts', 'dlq', 'lane', 'ledger', 'webhooks'];
const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it.each(PAGES.filter((page) => commandsOf(page).length > 0))(
  'shows in %s only commands that there are, with their options',
  async (page) => {
    const { bridge } = makeCliBench(undefined);
    const unknown: string[] = [];

    for (const line of commandsOf(page)) {
      const words = line.split(/\s+/);
      const path = words.slice(0, GROUPS.includes(words[0] ?? '') ? 2 : 1);
      const { stdout } = await bridge(...path, '--help');
      const options = words.filter((word) => /^--[a-z-]+$/.test(word));
      const isThere = stdout.startsWith(`Usage: bridge ${path.join(' ')} `);
      if (!isThere || !options.every((option) => stdout.includes(` ${option} `))) unknown.push(line);
    }

    expect(unknown).toStrictEqual([]);
  },
);

it('shows in docs/deploy.md settings that are taken, for each kind of shop', () => {
  const [shopify = '', ...others] = blocksOf('docs/deploy.md', 'yaml');

  const files = [
    shopify,
    ...others.map((lines) => shopify.replace(/^ {4}platform:[\s\S]*?(?=^ {4}account:)/m, `${lines}\n`)),
  ];

  expect(files.map(parseShopsFile)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  expect(new Set(files).size).toBe(3);
});

it('shows in docs/deploy.md secrets that are taken, for each kind of shop', () => {
  const page = readFileSync('docs/deploy.md', 'utf8');
  const [account = ''] = blocksOf('docs/deploy.md', 'json');
  const shops = [...page.matchAll(/^\| (\w+).* \| `(\{"webhook.*?\})` \|/gm)].map(([, kind = '', json = '']) => [
    kind,
    toShopSecretSchema(PLATFORM_TRAITS[kind.toLowerCase()] ?? { api: null }).safeParse(JSON.parse(json)).success,
  ]);

  expect(accountSecretSchema.safeParse(JSON.parse(account)).success).toBe(true);
  expect(shops).toStrictEqual([
    ['Shopify', true],
    ['Shopify', true],
    ['WooCommerce', true],
    ['UNAS', true],
  ]);
});

/** What stands behind `npx bridge`, where a command is named, once each. */
function commandsOf(page: string): readonly string[] {
  const shown = readFileSync(page, 'utf8').matchAll(/npx bridge ([a-z][^`#\n]*)/g);
  return [...new Set([...shown].map(([, line = '']) => line.trim()))];
}

function blocksOf(page: string, language: string): readonly string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return [...blocks].map(([, text = '']) => text);
}

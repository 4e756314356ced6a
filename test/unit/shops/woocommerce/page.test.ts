import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseShopsFile } from '../../../../lib/shops/shops-file.ts';
import { TAX_NUMBER_PLACES } from '../../../../lib/shops/woocommerce/notes.ts';

const page = readFileSync(new URL('../../../../docs/shops/woocommerce.md', import.meta.url), 'utf8');

it('shows settings that are accepted', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const accounts = { acme: { secret: 'co3-bridge/acme', currency: 'HUF', seller: { country: 'HU' } } };

  const settings = parseShopsFile(stringify({ accounts, ...parse(yaml) }));

  expect(settings.ok ? settings.value.shops.get('acme-shop')?.platform : settings.problem).toBe('woocommerce');
});

it('lists the places of tax numbers in their order', () => {
  const section =
    page.slice(page.indexOf('## Tax numbers'), page.indexOf('Another plugin’s key')).split('\n\n')[1] ?? '';

  const listed = [...section.matchAll(/`([^`]+)`/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'taxNumberPlaces');

  expect(listed.slice(0, TAX_NUMBER_PLACES.length).map((key) => `meta_data.${key}`)).toStrictEqual(TAX_NUMBER_PLACES);
});

it.each(['pending', 'on-hold', 'processing', 'completed', 'failed', 'cancelled', 'refunded', 'auto-draft', 'trash'])(
  'says what becomes of the status %s',
  (status) => {
    expect(page).toMatch(new RegExp(`^\\| .*\`${status}\`.* \\|`, 'm'));
  },
);

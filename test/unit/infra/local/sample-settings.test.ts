import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSampleSettings } from '../../../../infra/local/sample-settings.ts';
import { parseShopsFile } from '../../../../lib/shops/shops-file.ts';

it('reads the accounts and the shops', () => {
  const settings = readSampleSettings(
    'accounts:\n  acme: { secret: bridge/acme, currency: EUR }\n  zenith: { secret: bridge/zenith }\nshops:\n  one: { secret: bridge/one }\n',
  );

  expect(settings).toStrictEqual({
    accounts: [
      { id: 'acme', secret: 'bridge/acme', currency: 'EUR' },
      { id: 'zenith', secret: 'bridge/zenith', currency: 'HUF' },
    ],
    shops: [{ id: 'one', secret: 'bridge/one' }],
  });
});

it('reads nothing where there is nothing', () => {
  expect(readSampleSettings('shops: []\n')).toStrictEqual({ accounts: [], shops: [] });
});

it('reads the same from the sample shop as the functions do', async () => {
  const yaml = await readFile('infra/local/shops.yml', 'utf8');
  const parsed = parseShopsFile(yaml);

  const settings = readSampleSettings(yaml);

  expect(parsed).toMatchObject({ ok: true });
  expect(settings.shops.map(({ id }) => id)).toStrictEqual(parsed.ok ? [...parsed.value.shops.keys()] : []);
  expect(settings).toStrictEqual({
    accounts: [{ id: 'acme', secret: 'co3-bridge/acme', currency: 'HUF' }],
    shops: ['acme-shop', 'acme-woo', 'acme-erp'].map((id) => ({ id, secret: `co3-bridge/${id}` })),
  });
});

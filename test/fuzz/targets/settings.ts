import { readFileSync } from 'node:fs';
import { checkShopsFile } from '../../../lib/cli/check-shops-file.ts';
import { faultsText } from '../../../lib/settings/faults.ts';
import { accountSecretSchema, checkSecret, toShopSecretSchema } from '../../../lib/settings/secrets.ts';
import { PLATFORM_TRAITS } from '../../../lib/shops/index.ts';
import { SETTINGS_SAMPLE } from '../../support/settings-sample.ts';
import type { FuzzTarget } from '../target.ts';

/** `shops.yml`. Its faults are shown at a terminal to whoever wrote it, names of his own with them. */
const settings: FuzzTarget = {
  name: 'settings',
  format: 'yaml',
  seeds: () => [
    Buffer.from(JSON.stringify(SETTINGS_SAMPLE)),
    readFileSync(new URL('../../../infra/local/shops.yml', import.meta.url)),
  ],
  run: (input) => {
    const checked = checkShopsFile(Buffer.from(input).toString('utf8'));
    if (!checked.ok) faultsText(checked.problem);
    return [];
  },
};

/** The texts that Secrets Manager keeps. What is wrong with one is told by its places. */
const secrets: FuzzTarget = {
  name: 'secrets',
  format: 'json',
  seeds: () =>
    [
      { apiKey: 'key', username: 'bridge', password: 'hush' },
      { webhook: ['hush-hush', 'older'], api: { clientId: 'client', clientSecret: 'hush' } },
      { webhook: ['hush-hush'], api: { accessToken: 'token' } },
      { webhook: ['hush-hush'], api: { consumerKey: 'ck_1', consumerSecret: 'cs_2', url: 'https://shop.example.hu' } },
      { webhook: ['hush-hush'], api: { apiKey: 'key' } },
    ].map((secret) => Buffer.from(JSON.stringify(secret))),
  run: (input) => {
    const text = Buffer.from(input).toString('utf8');
    const schemas = [accountSecretSchema, ...Object.values(PLATFORM_TRAITS).map(toShopSecretSchema)];
    return schemas.flatMap((schema) => {
      const checked = checkSecret<unknown>(schema, text);
      return checked.ok ? [] : checked.problem.map((place) => place.map(String).join('.'));
    });
  },
};

export const SETTINGS_TARGETS: readonly FuzzTarget[] = [settings, secrets];

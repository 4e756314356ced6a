import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkSettingsFile } from '../../../infra/check-settings-file.ts';
import { checkSettings } from '../../../infra/local/check-settings.ts';
import SettingsPlugin from '../../../infra/settings-plugin.ts';
import { unpackSettings } from '../../../lib/settings/packed-settings.ts';
import { shopsYml } from '../../support/cli-bench.ts';

const ROOT = process.cwd();
const FAULTY = shopsYml('on').replace('currency: HUF', 'currency: forint');
const FAULT = '✖ a currency is three capitals such as HUF\n  → at accounts.acme.currency';

it('stands before everything that packages, in serverless.yml first of all', () => {
  const [, first] = /^plugins:\n {2}- (.*)$/m.exec(readFileSync('serverless.yml', 'utf8')) ?? [];

  const hooks = Object.keys(pluginOf(ROOT).hooks);

  expect(first).toBe('./infra/settings-plugin.ts');
  expect(hooks).toStrictEqual(['before:package:cleanup', 'before:deploy:function:initialize']);
});

it.each(['before:package:cleanup', 'before:deploy:function:initialize'])('refuses faulty settings %s', async (hook) => {
  const { folder, path } = fileWith(FAULTY);

  const checked = pluginOf(folder).hooks[hook]?.();

  await expect(checked).rejects.toStrictEqual(
    new ServerlessError(`${path} is faulty. Mend it and try again:\n${FAULT}`, 'FAULTY_SETTINGS'),
  );
});

it('packs settings that the functions start with', async () => {
  const { folder, path } = fileWith(shopsYml('on'));

  await pluginOf(folder).hooks['before:package:cleanup']?.();

  const packed = unpackSettings(readFileSync(join(folder, '.settings/shops.json'), 'utf8'));
  expect(await checkSettingsFile(path)).toStrictEqual({ ok: true, value: packed });
});

it.each([
  ['a contract that deliver would not start with', shopsYml('on').replace('seller:', 'contract: { x: {} }, seller:')],
  ['YAML that cannot be read', 'accounts: ['],
  ['a file without an account, of which no tick could tell', 'accounts: {}\nshops: {}'],
])('names %s', async (_, yaml) => {
  const { path } = fileWith(yaml);

  expect(await problemOf(path)).toMatch(/^\/\S+\/shops\.yml is faulty\. Mend it and try again:\n✖ /);
});

it('says so where there is no file', async () => {
  expect(await problemOf('/nowhere/shops.yml')).toBe('There is no readable settings file /nowhere/shops.yml.');
});

it.each([
  ['faulty', FAULTY],
  ['good', shopsYml('on')],
])('tells `npm start` the same of a %s file', async (_, yaml) => {
  const { path } = fileWith(yaml);

  expect(await checkSettings(ROOT, path)).toBe(await problemOf(path));
});

it('tells `npm start` of a check that does not run at all', async () => {
  expect(await checkSettings('/nowhere', '/nowhere/shops.yml')).toMatch(/Cannot find module/);
});

class ServerlessError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

function pluginOf(serviceDir: string): SettingsPlugin {
  return new SettingsPlugin({
    serviceDir,
    service: { custom: { shopsFile: 'shops.yml', settingsFile: '.settings/shops.json' } },
    classes: { Error: ServerlessError },
  });
}

function fileWith(yaml: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'shops-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'shops.yml');
  writeFileSync(path, yaml);
  return { folder, path };
}

async function problemOf(path: string): Promise<string | null> {
  const settings = await checkSettingsFile(path);
  return settings.ok ? null : settings.problem;
}

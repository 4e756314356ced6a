import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { type Bundle, bundleFunction } from '../../support/bundles.ts';
import { type PackagedService, packageService } from '../../support/packaged-service.ts';

let packaged: PackagedService;
let built: Readonly<Record<(typeof FUNCTIONS)[number], Bundle>>;

beforeAll(async () => {
  packaged = await packageService();
  built = {
    receive: await bundleFunction('receive'),
    deliver: await bundleFunction('deliver'),
    tick: await bundleFunction('tick'),
  };
}, 120_000);

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  STAGE: 'dev',
  SETTINGS_FILE: '.settings/shops.json',
  TABLE_NAME: 'ledger',
  EVENTS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/events',
  DEAD_LETTERS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/dead-letters',
  ALARM_TOPIC_ARN: 'arn:aws:sns:eu-central-1:1:alarms',
  CO3_BASE_URL: 'https://co3app.com/api/',
};
const FUNCTIONS = ['receive', 'deliver', 'tick'] as const;

it.each(FUNCTIONS)('zips %s with the parts of its own bundle and the settings alone', (name) => {
  const files = [...packaged.functions[name].files.keys()].map(withoutHash).sort();

  const parts = [...built[name].files.keys()].map(withoutHash);
  expect(parts).toContain(`functions/${name}.mjs`);
  expect(files).toStrictEqual(['.settings/shops.json', ...parts].sort());
});

it.each(FUNCTIONS)('zips %s as the benchmark weighs it, whose modules are looked at below', (name) => {
  const weighed = [...built[name].files.values()].map((code) => withoutHash(Buffer.from(code).toString())).sort();

  const zipped = [...packaged.functions[name].parts].map(withoutHash).sort();
  expect(weighed.length).toBe(zipped.length);
  expect(weighed.filter((code, at) => code !== zipped[at]).map((code) => code.slice(0, 200))).toStrictEqual([]);
});

it.each(FUNCTIONS)('zips no part of %s that no other asks for', (name) => {
  const parts = [...packaged.functions[name].files.keys()].filter((path) => path.startsWith(`functions/${name}.`));

  const unasked = parts.map((path) => basename(path)).filter((part) => !codeOf(name).includes(part));
  expect(parts.length).toBeGreaterThan(1);
  expect(unasked).toStrictEqual([`${name}.mjs`]);
});

it.each(FUNCTIONS)('keeps the source of %s at a byte a character', (name) => {
  const beyond = codeOf(name).match(/[^\p{ASCII}]/gu) ?? [];

  expect(beyond).toStrictEqual([]);
});

it.each(FUNCTIONS)('has no function in %s that is read before it is called', (name) => {
  const arrows = codeOf(name).match(/[\w)]=>/g) ?? [];

  expect(arrows).toStrictEqual([]);
});

it('leaves nothing of them in the temporary folder of the machine', () => {
  expect(packaged.leftBehind).toStrictEqual([]);
});

it.each(FUNCTIONS)('bundles everything that %s imports', (name) => {
  const { imports } = built[name];

  const foreign = imports.filter((from) => !isBuiltin(from));

  expect(imports).not.toStrictEqual([]);
  expect(foreign).toStrictEqual([]);
});

it.each(FUNCTIONS)('leaves out of %s what only a laptop uses', (name) => {
  const modules = modulesOf(name);

  const local = modules.filter((path) =>
    /^(test|infra|lib\/cli|lib\/console|lib\/settings\/descriptions)[/.]/.test(path),
  );

  expect(local).toStrictEqual([]);
});

it.each(FUNCTIONS)('leaves all languages of zod but English out of %s', (name) => {
  const languages = modulesOf(name).filter((path) => path.startsWith('node_modules/zod/v4/locales/'));

  expect(languages).toStrictEqual(['node_modules/zod/v4/locales/en.js']);
});

it.each(FUNCTIONS)('takes the credentials of %s from the environment, and brings no other search for them', (name) => {
  const searches = modulesOf(name).filter((path) =>
    /^node_modules\/@aws-sdk\/(credential-provider-|token-providers|nested-clients)/.test(path),
  );

  expect(searches.every((path) => path.startsWith('node_modules/@aws-sdk/credential-provider-env/'))).toBe(true);
  expect(searches).not.toStrictEqual([]);
});

it.each(FUNCTIONS)('leaves out of %s what zod does besides reading values', (name) => {
  const schemas = modulesOf(name).filter((path) => /^node_modules\/zod\/v4\/core\/.*json-schema/.test(path));

  expect(schemas).toStrictEqual([]);
});

it.each(FUNCTIONS)('reads settings in %s without what checks them', (name) => {
  const checks = modulesOf(name).filter((path) =>
    /^(node_modules\/(yaml|zod\/v4\/classic)\/|lib\/settings\/.*-settings\.ts|lib\/settings\/check-)/.test(path),
  );

  expect(checks).toStrictEqual(['lib/settings/packed-settings.ts']);
});

it.each(FUNCTIONS)('starts %s from its zip alone', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'co3-shop-bridge-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of packaged.functions[name].files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }

  const source = `import { handler } from './functions/${name}.mjs'; console.log(typeof handler)`;
  const started = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: folder,
    env: ENVIRONMENT,
  });

  expect(started).toStrictEqual({ stdout: 'function\n', stderr: '' });
});

describe('receive', () => {
  it.each([
    'node_modules/fast-xml-parser/',
    'node_modules/@aws-sdk/client-dynamodb/',
    'node_modules/@aws-lambda-powertools/metrics/',
    'node_modules/@aws-sdk/client-sns/',
    'lib/aws/dynamodb-',
    'lib/co3/',
    'lib/translate/',
    'lib/deliver/',
    'lib/dead-letters/',
  ])('does without %s', (part) => {
    const found = modulesOf('receive').filter((path) => path.startsWith(part));

    expect(found).toStrictEqual([]);
  });

  it("holds none of the catalogue's advice, which deliver holds whole", () => {
    const advice = Object.values(CO3_CODES).flatMap((code) => [code.advice.en, code.advice.hu]);

    const held = { receive: countIn(codeOf('receive'), advice), deliver: countIn(codeOf('deliver'), advice) };

    expect(held).toStrictEqual({ receive: 0, deliver: advice.length });
  });
});

describe('deliver', () => {
  it.each(['lib/shops/index.ts', 'lib/shops/unas/', 'lib/deliver/goods/work-goods.ts'])(
    'reads %s when it is first needed, not at a start',
    (part) => {
      const found = modulesOf('deliver').filter((path) => path.startsWith(part));

      expect(found).not.toStrictEqual([]);
      expect(built.deliver.atStart.filter((path) => found.includes(path))).toStrictEqual([]);
    },
  );

  it('does without node_modules/@aws-sdk/client-sns/', () => {
    const found = modulesOf('deliver').filter((path) => path.startsWith('node_modules/@aws-sdk/client-sns/'));

    expect(found).toStrictEqual([]);
  });
});

describe('tick', () => {
  it.each(['node_modules/@aws-sdk/client-secrets-manager/', 'lib/shops/', 'lib/translate/'])(
    'does without %s',
    (part) => {
      const found = modulesOf('tick').filter((path) => path.startsWith(part));

      expect(found).toStrictEqual([]);
    },
  );
});

it.each([
  { name: 'receive', part: 'lib/shops/shopify/' },
  { name: 'receive', part: 'node_modules/@aws-sdk/client-sqs/' },
  { name: 'deliver', part: 'node_modules/fast-xml-parser/' },
  { name: 'deliver', part: 'node_modules/@aws-sdk/client-dynamodb/' },
  { name: 'tick', part: 'node_modules/@aws-sdk/client-dynamodb/' },
  { name: 'tick', part: 'node_modules/@aws-sdk/client-sns/' },
] as const)('would find $part, as $name has it', ({ name, part }) => {
  const found = modulesOf(name).some((path) => path.startsWith(part));

  expect(found).toBe(true);
});

const codeOf = (name: (typeof FUNCTIONS)[number]): string => packaged.functions[name].parts.join('');

const modulesOf = (name: (typeof FUNCTIONS)[number]): readonly string[] => built[name].modules;

const withoutHash = (text: string): string => text.replaceAll(/-[A-Z0-9]{8}\.mjs/g, '-HASH.mjs');

const countIn = (bundle: string, texts: readonly string[]): number =>
  texts.filter((text) => withoutEscapes(bundle).includes(text)).length;

const withoutEscapes = (source: string): string =>
  source.replaceAll(/\\x([\dA-F]{2})|\\u([\dA-F]{4})/g, (_, byte, unit) =>
    String.fromCharCode(Number.parseInt(byte ?? unit, 16)),
  );

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SETTINGS_PAGE, toDocFiles } from '../../../../lib/cli/docs/doc-files.ts';
import { SETTING_ROWS } from '../../../../lib/cli/docs/settings-tables.ts';
import { withTables } from '../../../../lib/cli/docs/with-tables.ts';
import { SETTING_DESCRIPTIONS } from '../../../../lib/settings/descriptions.ts';
import { PLATFORM_TRAITS } from '../../../../lib/shops/index.ts';

const files = toDocFiles(PLATFORM_TRAITS, read(SETTINGS_PAGE));

it.each([...files])('keeps %s as `npm run docs:schemas` writes it', (path, text) => {
  expect(existsSync(inProject(path)) ? read(path) : '').toBe(text);
});

it('has no schema that is written no more', () => {
  const there = readdirSync(inProject('docs/schemas')).map((name) => `docs/schemas/${name}`);

  expect(there.filter((path) => !files.has(path))).toStrictEqual([]);
});

it.each([
  ['infra/shops.yml', 'shops.schema.json'],
  ['infra/local/shops.yml', '../shops.schema.json'],
])('leads the editor of %s to the schema', (path, schema) => {
  const [first] = read(path).split('\n');

  expect(first).toBe(`# yaml-language-server: $schema=${schema}`);
  expect(new URL(schema, `file://${inProject(path)}`).pathname).toBe(inProject('infra/shops.schema.json'));
});

it('has every setting in a table, or in the words of the one that it stands below', () => {
  const inTables = Object.values(SETTING_ROWS).flatMap(({ of, names }) => names.map((name) => `${of}${name}`));

  const left = Object.keys(SETTING_DESCRIPTIONS).filter((path) => {
    const [, parent = '', name = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
    const isTold = inTables.includes(parent) && SETTING_DESCRIPTIONS[parent]?.says.includes(`\`${name}\``) === true;
    return !inTables.includes(path) && !isTold;
  });

  expect(left).toStrictEqual(['accounts', 'shops']);
});

it('writes a table into its place and leaves the rest alone', () => {
  const page =
    '# Page\n\n<!-- settings:a.b -->\nold\n<!-- /settings -->\n\nwords\n\n<!-- settings:c --><!-- /settings -->\n';

  const written = withTables(page, 'settings', { 'a.b': '| $& |', c: '| c |' });

  expect(written).toBe(
    '# Page\n\n<!-- settings:a.b -->\n\n| $& |\n\n<!-- /settings -->\n\nwords\n\n<!-- settings:c -->\n\n| c |\n\n<!-- /settings -->\n',
  );
  expect(withTables(written, 'settings', { 'a.b': '| $& |', c: '| c |' })).toBe(written);
});

it.each([
  [{}, 'there is no table for the place a'],
  [{ a: 'x', b: 'y', c: 'z' }, 'the page has no place for: b, c'],
])('does not write a page that lacks something: %j', (tables, problem) => {
  expect(() => withTables('<!-- settings:a --><!-- /settings -->', 'settings', tables)).toThrow(new Error(problem));
});

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
}

function read(path: string): string {
  return readFileSync(inProject(path), 'utf8');
}

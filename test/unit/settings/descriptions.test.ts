import { expect, it } from 'vitest';
import * as z from 'zod';
import { letterDocs } from '../../../lib/cli/docs/letter-docs.ts';
import { SETTING_DESCRIPTIONS } from '../../../lib/settings/descriptions.ts';
import { toSettingsSchema } from '../../../lib/settings/settings.ts';
import { PLATFORM_TRAITS } from '../../../lib/shops/index.ts';

it('describes every setting that the schema has, and no other', () => {
  const settings = [...new Set(settingsIn(toSettingsSchema(PLATFORM_TRAITS), ''))];

  expect(settings).toContain('accounts.*.readBack.settleSeconds');
  expect(settings).toContain('shops.*.vatCases.*.phrase');
  expect(Object.keys(SETTING_DESCRIPTIONS).sort()).toStrictEqual(settings.sort());
});

it('names only letters that there are', () => {
  const named = Object.values(SETTING_DESCRIPTIONS).flatMap(({ says, allowed, without = '', letter }) => [
    ...[...`${says} ${allowed} ${without}`.matchAll(/\{([A-Z]\w+)\}/g)].map(([, name = '']) => name),
    ...(letter === undefined ? [] : [letter]),
  ]);

  const unknown = named.filter((name) => letterDocs(name) === undefined);

  expect(named.length).toBeGreaterThan(10);
  expect(unknown).toStrictEqual([]);
});

it.each(Object.entries(SETTING_DESCRIPTIONS))(
  'says each in one line of a table: %s',
  (_, { says, allowed, without }) => {
    const texts = [says, allowed, without ?? 'x'];

    expect(texts.filter((text) => text === '' || /[\n|]|[.:]$/.test(text))).toStrictEqual([]);
  },
);

it.each([
  ['mode', ['shadow', 'supervised', 'on']],
  ['currency', ['shop', 'presentment']],
  ['fulfilmentDate', ['issue', 'fulfilled', 'created']],
  ['freeOrders', ['skip', 'invoice']],
  ['edits', ['correctDifference', 'letter', 'storno-and-new']],
  ['payments', ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit']],
])('offers every word of %s, the default first', (name, words) => {
  const { allowed } = SETTING_DESCRIPTIONS[`shops.*.${name}`] ?? { allowed: '' };

  expect(allowed).toBe(words.map((word) => `\`${word}\``).join(', '));
  expect(wordsOf(name)).toStrictEqual(words);
});

/** The words that the schema takes; the first is its default, where it has one. */
function wordsOf(name: string): readonly string[] {
  const [setting] = childrenOf(childOf(toSettingsSchema(PLATFORM_TRAITS), 'shops', '*', name));
  if (!(setting instanceof z.ZodEnum)) throw new Error(`${name} has no words`);
  return setting.options.map(String);
}

function childOf(schema: z.core.$ZodType, ...path: readonly string[]): z.core.$ZodType {
  return path.reduce((one, name) => {
    const whole = bare(one);
    const child =
      whole instanceof z.ZodObject ? whole.shape[name] : whole instanceof z.ZodRecord ? whole.valueType : one;
    if (child === undefined) throw new Error(`nothing is called ${name}`);
    return child;
  }, schema);
}

function childrenOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const whole = bare(schema);
  return whole instanceof z.ZodRecord ? [bare(whole.valueType)] : [whole];
}

/** Every name of an object, with `*` for the names of a map. */
function settingsIn(schema: z.core.$ZodType, path: string): readonly string[] {
  const whole = bare(schema);
  if (whole instanceof z.ZodRecord) return settingsIn(whole.valueType, `${path}*.`);
  if (!(whole instanceof z.ZodObject)) return [];
  return Object.entries(whole.shape).flatMap(([name, one]) => [
    `${path}${name}`,
    ...settingsIn(one, `${path}${name}.`),
  ]);
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return bare(schema.unwrap());
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}

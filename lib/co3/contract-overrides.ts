import * as z from 'zod/mini';
import { IN_ENGLISH } from '../event/in-english.ts';
import { whatThereIs } from '../event/nearest.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { whenAsked } from '../event/when-asked.ts';
import { type Contract, type MethodContract, PLAIN_CONTRACT } from './contract.ts';
import { collisionsOf } from './contract-collisions.ts';

const unread = (name: string, plain: string): string =>
  `the bridge cannot reckon with another ${name} yet; leave it out, or keep ${plain}`;

/** The form of an account’s `contract`, before any of its names is looked up. */
export const overridesSchema = whenAsked(() => {
  const xmlName = z.string().check(z.regex(/^[A-Za-z_][\w.-]*$/, 'not a name of an XML element'));
  const renames = z.record(z.string(), xmlName);
  const methodSchema = z.partial(
    z.strictObject({
      method: xmlName,
      resource: z.enum(['crm', 'finance', 'product', 'authenticate']),
      idTag: xmlName,
      tags: renames,
    }),
  );
  return z.catchall(
    z.strictObject({
      values: z._default(z.record(z.string(), z.record(z.string(), z.string().check(z.minLength(1)))), {}),
      envelope: z._default(z.strictObject({ tags: renames }), { tags: {} }),
      assumptions: z._default(z.partial(toAssumptionsSchema()), {}),
    }),
    methodSchema,
  );
});

const toAssumptionsSchema = () => {
  const { rounding, priceDecimals, amountDecimals } = PLAIN_CONTRACT.assumptions;
  const plainDecimals = Object.entries(amountDecimals).map(([currency, decimals]) => `${currency}: ${decimals}`);
  return z.strictObject({
    commentKept: z.boolean(),
    rounding: z.literal(rounding, unread('rounding', `\`${rounding}\``)),
    priceDecimals: z.literal(priceDecimals, unread('number of decimals', `\`${priceDecimals}\``)),
    amountDecimals: z.pipe(
      z
        .record(z.string(), z.unknown())
        .check(
          z.refine(
            (given) => Object.entries(given).every(([currency, decimals]) => amountDecimals[currency] === decimals),
            unread('number of decimals', `\`{ ${plainDecimals.join(', ')} }\``),
          ),
        ),
      z.transform(() => amountDecimals),
    ),
    passwordMd5: z.enum(['lower', 'upper']),
  });
};

/**
 * The contract with an account's renames and assumptions. A rename of something that does not exist, or to a name that is taken,
 * is refused; the problem has one line for each, with what there is.
 */
export const toContract = (overrides: unknown): Result<Contract, string> => {
  // Most accounts have none, and their workers start sooner without the schema.
  if (isEmpty(overrides)) return ok(PLAIN_CONTRACT);
  const parsed = overridesSchema().safeParse(overrides, IN_ENGLISH);
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const { values, envelope, assumptions, ...methods } = parsed.data;
  const problems = [
    ...unknownNames('method', Object.keys(methods), PLAIN_CONTRACT.methods),
    ...unknownNames('value group', Object.keys(values), PLAIN_CONTRACT.values),
    ...Object.entries(values).flatMap(([tag, words]) =>
      unknownNames(`value of ${tag}`, Object.keys(words), PLAIN_CONTRACT.values[tag]),
    ),
    ...renameProblems('envelope', envelope.tags, PLAIN_CONTRACT.envelope),
    ...Object.entries(methods).flatMap(([name, method]) => methodProblems(name, method)),
  ];
  if (problems.length > 0) return fail(problems.join('\n'));
  const contract: Contract = {
    methods: mapValues(PLAIN_CONTRACT.methods, (plain, name) => withRenames(plain, methods[name] ?? {})),
    envelope: { ...PLAIN_CONTRACT.envelope, ...envelope.tags },
    values: mapValues(PLAIN_CONTRACT.values, (words, tag) => ({ ...words, ...values[tag] })),
    assumptions: { ...PLAIN_CONTRACT.assumptions, ...withoutUndefined(assumptions) },
  };
  const collisions = collisionsOf(contract);
  return collisions.length > 0 ? fail(collisions.join('\n')) : ok(contract);
};

const isEmpty = (overrides: unknown): boolean =>
  typeof overrides === 'object' &&
  overrides !== null &&
  !Array.isArray(overrides) &&
  Object.keys(overrides).length === 0;

type MethodOverride = z.output<ReturnType<typeof overridesSchema>>[string];

const withRenames = (plain: MethodContract, override: MethodOverride): MethodContract => ({
  ...plain,
  name: override.method ?? plain.name,
  resource: override.resource ?? plain.resource,
  idTag: override.idTag ?? plain.idTag,
  tags: { ...plain.tags, ...override.tags },
});

const methodProblems = (name: string, override: MethodOverride): readonly string[] => {
  const plain = Object.entries(PLAIN_CONTRACT.methods).find(([known]) => known === name)?.[1];
  if (plain === undefined) return [];
  const id = override.idTag !== undefined && plain.idTag === null ? [`${name} has no id tag`] : [];
  return [...id, ...renameProblems(name, override.tags ?? {}, plain.tags)];
};

const renameProblems = (
  where: string,
  tags: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
): readonly string[] => {
  const names = Object.values({ ...known, ...tags });
  const taken = Object.values(tags).filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return [
    ...unknownNames(`tag of ${where}`, Object.keys(tags), known),
    ...[...new Set(taken)].map((name) => `${where}: two tags would be called ${name}`),
  ];
};

const unknownNames = (what: string, names: readonly string[], known: object | undefined): readonly string[] =>
  known === undefined
    ? []
    : names
        .filter((name) => !Object.hasOwn(known, name))
        .map((name) => `no ${what} \`${name}\`; ${whatThereIs([name], Object.keys(known))}`);

const mapValues = <K extends string, V>(
  map: Readonly<Record<K, V>>,
  change: (value: V, key: string) => V,
): Record<K, V> =>
  Object.fromEntries(Object.entries<V>(map).map(([key, value]) => [key, change(value, key)])) as Record<K, V>;

const withoutUndefined = <T extends object>(partial: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

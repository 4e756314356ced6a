import * as z from 'zod';
import { checkSecret, type SecretPlace, type SecretStore } from '../../settings/secrets.ts';
import { innermost, nextAfter } from '../failure.ts';
import { pathsOf } from '../schema/describe-schema.ts';
import { type Check, fine } from './check.ts';

export interface SecretQuestion {
  readonly what: string;
  /** In Secrets Manager. */
  readonly name: string;
  readonly schema: z.core.$ZodType;
  /** What follows where it has no `api`; empty where it needs none. */
  readonly withoutApi: string;
  /** Other shops that name the same secret. */
  readonly alsoOf: readonly string[];
}

/** Whether a secret is there and has the form that the bridge reads. */
export const lookAtSecret = async (
  store: SecretStore,
  { what, name, schema, withoutApi, alsoOf }: SecretQuestion,
): Promise<Check> => {
  let text: string;
  try {
    text = await store.read(name, 'fresh');
  } catch (cause) {
    return { what, good: false, at: name, ...unread(cause) };
  }
  const secret = checkSecret(schema, text);
  if (!secret.ok) return { what, good: false, at: name, says: faultText(secret.problem, schema), next: FORM };
  const warnings = [
    ...(withoutApi === '' || hasApi(secret.value) ? [] : [`no \`api\`: ${withoutApi}`]),
    ...blanksWarnings(blanksIn(secret.value), schema),
    ...alsoOf.map((shop) => `the shop ${shop} names it too: whoever may sign for one may then sign for the other`),
  ];
  return { ...fine(what, name), says: warnings.join('\n') };
};

const hasApi = (secret: unknown): boolean =>
  typeof secret === 'object' && secret !== null && 'api' in secret && secret.api !== undefined;

const FORM = 'Put it there anew, in the form that docs/settings.md, «Secrets», shows.';

// The message of an exception is not ours: only its class is told.
const unread = (cause: unknown): Pick<Check, 'says' | 'next'> => {
  const { name } = innermost(cause);
  return name === 'ResourceNotFoundException'
    ? {
        says: 'is not there',
        next: 'Put it there under this very name, in this region (docs/operations.md, «Secrets»).',
      }
    : { says: `cannot be read: ${name}`, next: nextAfter(cause) };
};

// They come along when a key is copied, and a signature or a sign-in made with them is another one.
const blanksWarnings = (places: readonly SecretPlace[], schema: z.core.$ZodType): readonly string[] =>
  places.length === 0
    ? []
    : [`begins or ends with a blank, which is probably none of it: ${placesText(places, schema)}`];

const blanksIn = (value: unknown, place: SecretPlace = []): readonly SecretPlace[] => {
  if (typeof value === 'string') return value === value.trim() ? [] : [place];
  if (Array.isArray(value)) return value.flatMap((one, index) => blanksIn(one, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => blanksIn(one, [...place, key]));
};

const faultText = (places: readonly SecretPlace[], schema: z.core.$ZodType): string =>
  places.some((place) => place.length === 0)
    ? 'is no JSON object'
    : `missing, empty or of the wrong kind: ${placesText(places, schema)}`;

const placesText = (places: readonly SecretPlace[], schema: z.core.$ZodType): string => {
  const known = new Set(pathsOf(z.toJSONSchema(schema, { io: 'input' })).flatMap((path) => path.split('.')));
  const texts = places.map((place) =>
    // A word that the form does not name is one of the secret's own.
    z.core.toDotPath(place.map((part) => (typeof part === 'number' || known.has(String(part)) ? part : '…'))),
  );
  return [...new Set(texts)].join(', ');
};

import * as z from 'zod';
import { checkSecret, type SecretPlace, type SecretStore } from '../../settings/secrets.ts';
import { innermost, nextAfter } from '../failure.ts';
import { pathsOf } from '../schema/describe-schema.ts';
import { type Check, fine } from './check.ts';

export interface SecretQuestion {
  readonly what: string;
  /** In Secrets Manager. */
  readonly name: string;
  readonly schema: z.ZodType;
  /** What follows where it has no `api`; empty where it needs none. */
  readonly withoutApi: string;
}

/** Whether a secret is there and has the form that the bridge reads. */
export const lookAtSecret = async (
  store: SecretStore,
  { what, name, schema, withoutApi }: SecretQuestion,
): Promise<Check> => {
  let text: string;
  try {
    text = await store.read(name, 'fresh');
  } catch (cause) {
    return { what, good: false, at: name, ...unread(cause) };
  }
  const secret = checkSecret(schema, text);
  if (secret.ok)
    return { ...fine(what, name), says: withoutApi === '' || hasApi(secret.value) ? '' : `no \`api\`: ${withoutApi}` };
  return { what, good: false, at: name, says: placesText(secret.problem, schema), next: FORM };
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

const placesText = (places: readonly SecretPlace[], schema: z.ZodType): string => {
  if (places.some((place) => place.length === 0)) return 'is no JSON object';
  const known = new Set(pathsOf(z.toJSONSchema(schema, { io: 'input' })).flatMap((path) => path.split('.')));
  const texts = places.map((place) =>
    // A word that the form does not name is one of the secret's own.
    z.core.toDotPath(place.map((part) => (typeof part === 'number' || known.has(String(part)) ? part : '…'))),
  );
  return `missing, empty or of the wrong kind: ${[...new Set(texts)].join(', ')}`;
};

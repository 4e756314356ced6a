import type { Co3Error } from './codes.ts';

/** What makes a refused call worth repeating at once: another session, another reading of the secret, a pause. */
export type Cure = 'renew' | 'reread' | 'wait';

const CURES: ReadonlyMap<number | null, Cure> = new Map<number | null, Cure>([
  [6, 'renew'],
  [10, 'renew'],
  [5, 'reread'],
  [7, 'reread'],
  [8, 'wait'],
]);

/** The cure for a refusal, or null where one of its errors has none. The secret comes first, as it brings a new session too. */
export const cureFor = (errors: readonly Pick<Co3Error, 'code'>[]): Cure | null => {
  const cures = errors.map(({ code }) => CURES.get(code) ?? null);
  if (cures.includes(null)) return null;
  return (['reread', 'renew', 'wait'] as const).find((cure) => cures.includes(cure)) ?? null;
};

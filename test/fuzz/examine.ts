import { type FuzzTarget, PLANTED } from './target.ts';

/** What a parser must not do: throw, say a person's datum again, or alter what all objects have. */
export interface Violation {
  readonly kind: 'threw' | 'told' | 'polluted';
  /** The same for the same fault of the program. */
  readonly detail: string;
}

/** Puts an input through the target's parser; null where all is as it must be. */
export const examine = async (target: FuzzTarget, input: Uint8Array): Promise<Violation | null> => {
  try {
    const told = await target.run(input);
    const leak = told.find((text) => text.toLowerCase().includes(MARK));
    if (leak !== undefined) return { kind: 'told', detail: leak.replaceAll(/\d+/g, 'N').slice(0, 200) };
  } catch (cause) {
    return { kind: 'threw', detail: placeOf(cause) };
  }
  const added = takeAway();
  return added.length === 0 ? null : { kind: 'polluted', detail: added.join(', ') };
};

const MARK = PLANTED.slice(0, 4).toLowerCase();

const placeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'something that is no error';
  const line = cause.stack?.split('\n').find((one) => /\/(lib|node_modules)\//.test(one)) ?? '';
  return `${cause.name}: ${cause.message.slice(0, 120)} ${line.trim().replace(/^.*\/((?:lib|node_modules)\/.*?):\d+\)?$/, 'at $1')}`;
};

const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];
const known = SHARED.map((shared) => new Set(Reflect.ownKeys(shared)));

/** What has been put on the prototypes that everything shares; taken away, so that it is found once. */
const takeAway = (): readonly string[] =>
  SHARED.flatMap((shared, index) =>
    Reflect.ownKeys(shared)
      .filter((key) => known[index]?.has(key) !== true)
      .map((key) => {
        Reflect.deleteProperty(shared, key);
        return String(key);
      }),
  );

import { makeRandom } from '../../infra/local/co3/random.ts';
import type { Story, Upset } from './story.ts';
import type { Meeting } from './worker.ts';

/** Hands out what every call of a port meets, story by story the same. */
export interface Upsets {
  meet(port: string): Meeting;
  /** Nothing goes wrong any more, and calls only take their time. */
  end(): void;
  /** How often each kind has happened to workers. */
  readonly met: Readonly<Record<'kill' | 'fail' | 'stall', number>>;
}

export const makeUpsets = ({ upsets, pace }: Pick<Story, 'upsets' | 'pace'>): Upsets => {
  const random = makeRandom(pace);
  const seen = new Map<Upset, number>();
  const met = { kill: 0, fail: 0, stall: 0 };
  let live = upsets;
  // Half of the calls take no time at all, so that several happen in one moment.
  const moment = (): number => (random() < 0.5 ? 0 : 1 + Math.floor(random() * 20));
  const next = (port: string): Upset | undefined => {
    let hit: Upset | undefined;
    for (const upset of live) {
      if (!isMeant(upset, port)) continue;
      const count = (seen.get(upset) ?? 0) + 1;
      seen.set(upset, count);
      if (count >= upset.nth && count < upset.nth + upset.times) hit ??= upset;
    }
    return hit;
  };
  return {
    met,
    end: () => {
      live = [];
    },
    meet: (port) => {
      const plain = { beforeMs: moment(), afterMs: moment() };
      const upset = next(port);
      if (upset === undefined) return { ...plain, upset: null };
      const { what, when } = upset;
      // What befalls a person's own program excuses nothing of the bridge's.
      if (!port.startsWith(DESK)) met[what.kind] += 1;
      if (what.kind !== 'stall') return { ...plain, upset: { when, kind: what.kind } };
      return when === 'before'
        ? { ...plain, beforeMs: port === 'co3' ? Math.min(what.ms, LONGEST_WAY_MS) : what.ms, upset: null }
        : { ...plain, afterMs: what.ms, upset: null };
    },
  };
};

/** The ports of people's programs begin with it. */
const DESK = 'desk.';

const isMeant = ({ port }: Upset, called: string): boolean =>
  (port === 'any' && !called.startsWith(DESK)) || port === called || called.startsWith(`${port}.`);

// A request is given up 20 s after its beginning, so that no worker's arrives under another one's lease.
const LONGEST_WAY_MS = 4_000;

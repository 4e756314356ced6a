import { type Profiler, Session } from 'node:inspector';

/** Which characters of the parsers' sources have run. */
export interface Coverage {
  /** Whether anything has run since the last look that never had before; with `keep` it counts as having run from then on. */
  look(how: 'keep' | 'only look'): boolean;
  /** Forgets what has run. */
  forget(): void;
  /** Characters that have run. */
  size(): number;
}

/** Of this thread, by V8's own counters: no source is changed for it. */
export const makeCoverage = (): Coverage => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const known = new Map<string, Uint8Array>();
  return {
    look: (how) => {
      let isNew = false;
      for (const { url, functions } of takeScripts(session)) {
        const ran = toRan(functions);
        const before = known.get(url) ?? new Uint8Array(0);
        if (!ran.some((has, at) => has === 1 && before[at] !== 1)) continue;
        isNew = true;
        if (how === 'keep') known.set(url, together(before, ran));
      }
      return isNew;
    },
    forget: () => known.clear(),
    size: () => [...known.values()].reduce((sum, ran) => sum + ran.reduce((count, has) => count + has, 0), 0),
  };
};

const PARSERS = /^file:.*\/(?:lib|node_modules\/(?:fast-xml-parser|yaml))\//;

const takeScripts = (session: Session): readonly Profiler.ScriptCoverage[] => {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (failed, taken) => {
    if (failed !== null) throw failed;
    scripts = taken.result.filter(({ url }) => PARSERS.test(url));
  });
  return scripts;
};

/** A 1 for each character that has run. V8 lists outer ranges before those within them. */
const toRan = (functions: readonly Profiler.FunctionCoverage[]): Uint8Array => {
  const ranges = functions.flatMap((one) => one.ranges);
  const ran = new Uint8Array(Math.max(0, ...ranges.map(({ endOffset }) => endOffset)));
  for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
};

const together = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  return longer.map((has, at) => has | (shorter[at] ?? 0));
};

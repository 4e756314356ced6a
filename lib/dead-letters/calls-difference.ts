import { diffArrays } from 'diff';
import { toPrettyXml } from '../co3/pretty-xml.ts';
import type { PlannedCalls } from '../deliver/planned-calls.ts';

export interface DifferenceLine {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** What a correction changes in one call, line by line. */
export interface CallDifference {
  readonly method: string;
  readonly lines: readonly DifferenceLine[];
}

/** The calls before and after a correction, those that stay the same left out. What would not be sent on one side is all old or all new. */
export const callsDifference = (before: PlannedCalls | null, after: PlannedCalls | null): readonly CallDifference[] => {
  const old = linesByMethod(before);
  const now = linesByMethod(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((method) => ({ method, lines: difference(old.get(method) ?? [], now.get(method) ?? []) }))
    .filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'));
};

/** The lines around what changes; null stands for those left out. */
export const changedParts = (lines: readonly DifferenceLine[]): readonly (DifferenceLine | null)[] => {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, at) => {
    if (isNear[at] === true) return [line];
    return isNear[at - 1] === true || at === 0 ? [null] : [];
  });
};

const AROUND = 2;

const linesByMethod = (planned: PlannedCalls | null): ReadonlyMap<string, readonly string[]> =>
  new Map((planned?.calls ?? []).map(({ method, xml }) => [method, toPrettyXml(xml).split('\n')]));

const difference = (old: readonly string[], now: readonly string[]): readonly DifferenceLine[] =>
  diffArrays([...old], [...now]).flatMap(({ added, removed, value }) => {
    const kind = added ? 'new' : removed ? 'old' : 'same';
    return value.map((text) => ({ kind, text }));
  });

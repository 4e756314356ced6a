import type { Chance } from './chance.ts';
import { HOSTILE_JSON, HOSTILE_NAMES, HOSTILE_TEXTS } from './hostile.ts';
import { type JsonTree, type Place, placesOf, toJsonText, toJsonTree } from './json-tree.ts';

/** The JSON with one change in its structure; undefined where it is no JSON. */
export const changeJson = (text: string, chance: Chance): string | undefined => {
  const tree = toJsonTree(text);
  if (tree === undefined) return undefined;
  const places = placesOf(tree);
  if (places.length === 0) return chance.oneOf(HOSTILE_JSON);
  chance.oneOf(CHANGES)(chance.oneOf(places), places, chance);
  return toJsonText(tree);
};

type Change = (place: Place, places: readonly Place[], chance: Chance) => void;

const CHANGES: readonly Change[] = [
  ({ put }, _, chance) => put(raw(chance.oneOf(HOSTILE_JSON))),
  ({ put }, _, chance) => put(hostileText(chance)),
  ({ put }, _, chance) => put(hostileText(chance)),
  // As text: a tree within itself would have no end.
  ({ put }, places, chance) => put(raw(toJsonText(chance.oneOf(places).tree))),
  ({ remove }) => remove(),
  ({ double, tree }, _, chance) => double(raw(chance.oneIn(2) ? toJsonText(tree) : chance.oneOf(HOSTILE_JSON))),
  ({ rename }, _, chance) => rename?.(chance.oneOf(HOSTILE_NAMES)),
  ({ put, tree }, _, chance) => put(nested(tree, chance)),
  ({ put, tree }, _, chance) => put(many(tree, chance)),
  // All texts at once, so that whichever is told is one that must not be.
  (_, places, chance) => {
    for (const { tree, put } of places)
      if (tree.kind === 'raw' && tree.text.startsWith('"') && chance.oneIn(2)) put(hostileText(chance));
  },
];

const raw = (text: string): JsonTree => ({ kind: 'raw', text });

const hostileText = (chance: Chance): JsonTree => raw(JSON.stringify(chance.oneOf(HOSTILE_TEXTS)));

/** Within so many lists or objects, now and then more of them than a stack has room for. */
const nested = (tree: JsonTree, chance: Chance): JsonTree => {
  const depth = chance.oneIn(60) ? 20_000 : 1 + chance.below(40);
  const [open, close] = chance.oneIn(2) ? ['[', ']'] : ['{"a":', '}'];
  return raw(`${open.repeat(depth)}${toJsonText(tree)}${close.repeat(depth)}`);
};

/** A list of so many of it, or a text of that length. */
const many = (tree: JsonTree, chance: Chance): JsonTree => {
  const text = toJsonText(tree);
  const times = Math.min(chance.oneIn(60) ? 20_000 : 1 + chance.below(20), Math.floor(200_000 / text.length) + 1);
  return tree.kind === 'raw' && text.startsWith('"')
    ? raw(`"${text.slice(1, -1).repeat(times)}"`)
    : { kind: 'array', items: Array.from({ length: times }, () => raw(text)) };
};

import { placesOf, toJsonText, toJsonTree } from './mutate/json-tree.ts';

/** The input made smaller, part by part, as long as `holds` still does; the looking ends after so many tries. */
export const minimise = async (
  input: Uint8Array,
  holds: (input: Uint8Array) => Promise<boolean>,
  tries: number,
): Promise<Uint8Array> => {
  let [smallest, left] = [input, tries];
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const next of smallerThan(smallest)) {
      if (left === 0) return smallest;
      left -= 1;
      if (!(await holds(next))) continue;
      smallest = next;
      isSmaller = true;
      break;
    }
  }
  return smallest;
};

function* smallerThan(input: Uint8Array): Generator<Uint8Array> {
  const text = Buffer.from(input).toString('utf8');
  const count = placesOf(toJsonTree(text) ?? NOTHING).length;
  for (let at = 0; at < count; at += 1) {
    const tree = toJsonTree(text) ?? NOTHING;
    placesOf(tree)[at]?.remove();
    yield Buffer.from(toJsonText(tree));
  }
  for (let size = Math.ceil(input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < input.length; at += size)
      yield Buffer.concat([input.subarray(0, at), input.subarray(at + size)]);
}

const NOTHING = { kind: 'raw', text: '' } as const;

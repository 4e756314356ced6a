/** JSON as it is written: keys may stand twice, and a value may be whatever text. */
export type JsonTree =
  | { kind: 'object'; members: { key: string; value: JsonTree }[] }
  | { kind: 'array'; items: JsonTree[] }
  | { kind: 'raw'; text: string };

/** Undefined where the text is no JSON, or nests so deeply that walking it would be this program's own end. */
export const toJsonTree = (text: string): JsonTree | undefined => {
  try {
    return toTree(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
};

export const toJsonText = (tree: JsonTree): string => {
  switch (tree.kind) {
    case 'object':
      return `{${tree.members.map(({ key, value }) => `${JSON.stringify(key)}:${toJsonText(value)}`).join(',')}}`;
    case 'array':
      return `[${tree.items.map(toJsonText).join(',')}]`;
    case 'raw':
      return tree.text;
    default:
      return tree satisfies never;
  }
};

/** A tree's place in another. */
export interface Place {
  readonly tree: JsonTree;
  readonly put: (tree: JsonTree) => void;
  readonly remove: () => void;
  /** Of a member of an object alone. */
  readonly rename?: (key: string) => void;
  readonly double: (value: JsonTree) => void;
}

/** Every place under the tree, outer ones first. */
export const placesOf = (tree: JsonTree): readonly Place[] => {
  switch (tree.kind) {
    case 'object':
      return tree.members.flatMap((member) => [
        {
          tree: member.value,
          put: (value: JsonTree) => {
            member.value = value;
          },
          remove: () => {
            tree.members = tree.members.filter((one) => one !== member);
          },
          rename: (key: string) => {
            member.key = key;
          },
          double: (value: JsonTree) => {
            tree.members.push({ key: member.key, value });
          },
        },
        ...placesOf(member.value),
      ]);
    case 'array':
      return tree.items.flatMap((item) => [
        {
          tree: item,
          put: (value: JsonTree) => {
            tree.items = tree.items.map((one) => (one === item ? value : one));
          },
          remove: () => {
            tree.items = tree.items.filter((one) => one !== item);
          },
          double: (value: JsonTree) => {
            tree.items.push(value);
          },
        },
        ...placesOf(item),
      ]);
    case 'raw':
      return [];
    default:
      return tree satisfies never;
  }
};

const MOST_DEEP = 500;

const toTree = (value: unknown, depth: number): JsonTree => {
  if (depth > MOST_DEEP) throw new Error('too deep');
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item) => toTree(item, depth + 1)) };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'object',
      members: Object.entries(value).map(([key, inner]) => ({ key, value: toTree(inner, depth + 1) })),
    };
  return { kind: 'raw', text: JSON.stringify(value) };
};

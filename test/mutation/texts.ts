interface Place {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } };
}

// What a person reads in a letter and on a page. A wrong word there decides nothing, and tests hold the pages to these tables.
const TEXTS: ReadonlySet<string | undefined> = new Set(['title', 'means', 'advice', 'handling']);

/** Tells Stryker to leave the texts of the catalogue alone; the columns that decide stay. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts',
    value: {
      shouldIgnore: ({ node }: Place): string | undefined =>
        node.type === 'ObjectProperty' && TEXTS.has(node.key?.name) ? 'a text for people' : undefined,
    },
  },
];

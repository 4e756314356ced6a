/** What a table has of its own under a key. A key out of somebody else's text may be any word, `constructor` among them. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * The page with each table at its place, between `<!-- settings:NAME -->` and `<!-- /settings -->`. Throws where a place has no table, or a
 * table no place.
 */
export const withTables = (page: string, tables: Readonly<Record<string, string>>): string => {
  const placed = new Set<string>();
  const written = page.replaceAll(PLACE, (_, name: string) => {
    const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (table === undefined) throw new Error(`there is no table for the place ${name}`);
    placed.add(name);
    return `<!-- settings:${name} -->\n\n${table}\n\n<!-- /settings -->`;
  });
  const left = Object.keys(tables).filter((name) => !placed.has(name));
  if (left.length > 0) throw new Error(`the page has no place for: ${left.join(', ')}`);
  return written;
};

const PLACE = /<!-- settings:([\w.]+) -->[\s\S]*?<!-- \/settings -->/g;

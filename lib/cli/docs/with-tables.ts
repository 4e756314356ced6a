import { own } from '../../event/own.ts';
/**
 * The page with each table at its place, between `<!-- KIND:NAME -->` and `<!-- /KIND -->`. Throws where a place has no table, or a
 * table no place.
 */
export const withTables = (page: string, kind: string, tables: Readonly<Record<string, string>>): string => {
  const placed = new Set<string>();
  const written = page.replaceAll(placeOf(kind), (_, name: string) => {
    const table = own(tables, name);
    if (table === undefined) throw new Error(`there is no table for the place ${name}`);
    placed.add(name);
    return `<!-- ${kind}:${name} -->\n\n${table}\n\n<!-- /${kind} -->`;
  });
  const left = Object.keys(tables).filter((name) => !placed.has(name));
  if (left.length > 0) throw new Error(`the page has no place for: ${left.join(', ')}`);
  return written;
};

const placeOf = (kind: string): RegExp => new RegExp(`<!-- ${kind}:([\\w.-]+) -->[\\s\\S]*?<!-- /${kind} -->`, 'g');

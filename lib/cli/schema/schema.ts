import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Argument } from 'commander';
import type { Io } from '../io.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { code, table, text } from '../view/block.ts';
import { SCHEMA_NAMES, type SchemaName, schemaSays, toJsonSchema } from './schemas.ts';

interface SchemaOptions {
  readonly write?: string;
  readonly json?: boolean;
}

export const addSchema: Register = (program, use) => {
  const command = program
    .command('schema')
    .description('the JSON Schema of what the bridge is given')
    .addArgument(new Argument('[name]', 'of what; without it, all there are').choices(SCHEMA_NAMES))
    .option('--write <folder>', 'write all of them to NAME.json in this folder');
  withExample(command, 'schema webhook', 'schema order --json > order.schema.json').action(
    (name: SchemaName | undefined, options: SchemaOptions) => use((io) => schema(io, name, options), options),
  );
};

const schema = async (io: Io, name: SchemaName | undefined, { write }: SchemaOptions): Promise<Outcome> => {
  if (write !== undefined) return writeAll(io, write);
  if (name !== undefined) {
    const json = toJsonSchema(name);
    return shown(json, [code(JSON.stringify(json, null, 2))]);
  }
  const rows = SCHEMA_NAMES.map((one) => ({ name: one, says: schemaSays(one) }));
  return shown(rows, [
    table(
      ['name', 'describes'],
      rows.map((row) => [row.name, row.says]),
    ),
  ]);
};

const writeAll = async (io: Io, folder: string): Promise<Outcome> => {
  const files = SCHEMA_NAMES.map((name) => ({ name, path: join(resolve(io.cwd, folder), `${name}.json`) }));
  try {
    for (const { name, path } of files) await writeFile(path, `${JSON.stringify(toJsonSchema(name), null, 2)}\n`);
  } catch {
    return misused(`${folder} cannot be written to. Name a folder that is there.`);
  }
  return shown({ written: files.map(({ path }) => path) }, [text(`${files.length} schemas are written to ${folder}.`)]);
};

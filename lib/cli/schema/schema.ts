import { whatThereIs } from '../../event/nearest.ts';
import { PLATFORM_TRAITS } from '../../shops/index.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { code, table } from '../view/block.ts';
import { toJsonSchemas } from './schemas.ts';

export const addSchema: Register = (program, use) => {
  const command = program
    .command('schema')
    .description(
      'the JSON Schema of what the bridge is given and shows: webhooks, settings, secrets, snapshots, letters',
    )
    .argument('[name]', 'of what; without it, all there are are listed');
  withExample(command, 'schema webhook', 'schema order --json > order.schema.json').action(
    (name: string | undefined, options: { readonly json?: boolean }) => use(async () => schema(name), options),
  );
};

const schema = (name: string | undefined): Outcome => {
  const all = toJsonSchemas(PLATFORM_TRAITS);
  if (name === undefined) {
    const rows = [...all].map(([one, { says }]) => ({ name: one, says }));
    return shown(rows, [
      table(
        ['name', 'describes'],
        rows.map((row) => [row.name, row.says]),
      ),
    ]);
  }
  const found = all.get(name);
  if (found === undefined) return misused(`There is no schema ${name}; ${whatThereIs([name], [...all.keys()])}.`);
  return shown(found.schema, [code(JSON.stringify(found.schema, null, 2))]);
};

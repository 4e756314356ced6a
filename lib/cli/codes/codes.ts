import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CO3_CODES, type Co3Code } from '../../co3/codes.ts';
import { toErrorsPage } from '../../co3/errors-page.ts';
import type { Io } from '../io.ts';
import { type LangOptions, withLang } from '../options.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { table, text } from '../view/block.ts';

interface CodesOptions extends LangOptions {
  readonly markdown?: string;
  readonly json?: boolean;
}

export const addCodes: Register = (program, use) => {
  const command = program
    .command('codes')
    .description('all that CO3 can refuse with, and what to do then')
    .option('--markdown <file>', 'write the page docs/errors.md to this file');
  withExample(withLang(command), 'codes --lang hu').action((options: CodesOptions) =>
    use((io) => codes(io, options), options),
  );
};

const codes = async (io: Io, { markdown, lang }: CodesOptions): Promise<Outcome> => {
  if (markdown !== undefined) return writePage(io, markdown);
  const rows = Object.entries(CO3_CODES).map(([code, row]: [string, Co3Code]) => ({ code: Number(code), ...row }));
  return shown(rows, [
    table(
      ['code', 'name', 'in short', 'stops', 'who mends it', 'what to do'],
      rows.map(({ code, name, title, scope, fixedBy, advice }) => [
        String(code),
        name,
        title[lang],
        scope,
        fixedBy ?? 'nobody needs to',
        advice[lang],
      ]),
    ),
  ]);
};

const writePage = async (io: Io, file: string): Promise<Outcome> => {
  const path = resolve(io.cwd, file);
  try {
    await writeFile(path, toErrorsPage());
  } catch {
    return misused(`${path} cannot be written. Name a file in a folder that is there.`);
  }
  return shown({ written: path }, [text(`Written: ${path}`)]);
};

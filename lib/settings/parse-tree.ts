import { LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../event/result.ts';
import type { Fault } from './faults.ts';

/** What a YAML text says, before any of it is checked. Each fault names its line and not what stands there. */
export const parseTree = (yaml: string): Result<unknown, readonly Fault[]> => {
  const lines = new LineCounter();
  // The library's warnings quote what stands there, and go to the terminal past everybody.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0)
    return fail(
      document.errors.map(({ message, pos: [from] }) => {
        const { line, col } = lines.linePos(from);
        // Some end in the text that stands there.
        return { path: [], message: `line ${line}, column ${col}: ${message.replace(/: ".*/s, '')}` };
      }),
    );
  try {
    return ok(document.toJS());
  } catch {
    // Only what refers to something else (`*name`) can fail here.
    return fail([{ path: [], message: 'an alias (`*name`) refers to nothing, or to too much' }]);
  }
};

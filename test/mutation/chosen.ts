import { matchesGlob } from 'node:path';
import type { DecidingModule } from './modules.ts';

/** The modules that the words name, each by its name or by a file of it (also with lines: `lib/co3/answer.ts:20-40`); without words all. */
export const chosen = (modules: readonly DecidingModule[], words: readonly string[]): readonly DecidingModule[] => {
  if (words.length === 0) return modules;
  return words.map((word) => {
    const named = modules.find(({ name }) => name === word);
    if (named !== undefined) return named;
    const file = word.replace(/:.*$/, '');
    const holding = modules.find(({ mutate }) => mutate.some((pattern) => matchesGlob(file, pattern)));
    if (holding === undefined)
      throw new Error(`no module ${word}; there are ${modules.map(({ name }) => name).join(', ')}, and their files`);
    return { ...holding, mutate: [word] };
  });
};

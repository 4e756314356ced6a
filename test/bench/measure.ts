import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import type { Measured } from './measurement.ts';

/** Runs one measurement in a process of its own: neither what others have compiled nor what they have left in memory counts. */
export const measure = async (
  name: string,
  isShort: boolean,
  onFigure: (figure: Figure) => void,
): Promise<Measured> => {
  const child = fork(join(import.meta.dirname, 'child.ts'), [name, isShort ? 'short' : 'full'], {
    execArgv: ['--expose-gc'],
    // What is measured may log.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const figures: Figure[] = [];
  child.on('message', (figure: Figure) => {
    figures.push(figure);
    onFigure(figure);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the measurement ${name} ended with ${code}`);
  return { name, figures };
};

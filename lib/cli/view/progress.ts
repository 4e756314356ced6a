import { toPlainText } from '../../event/plain-text.ts';
import type { Sink } from '../io.ts';
import { toSpanText } from './time-text.ts';

/** A line on a terminal that tells how far a long reading has come; it shows nothing anywhere else. */
export interface Progress {
  /** `total` is null as long as nobody knows it. */
  show(what: string, done: number, total: number | null): void;
  /** Puts a line of its own in its place, on whatever is there. */
  say(text: string): void;
  /** Takes the line away again. */
  end(): void;
}

export const makeProgress = (sink: Sink, now: () => number): Progress => {
  const since = now();
  let shownLength = 0;
  const write = (line: string): void => {
    if (!sink.isTTY) return;
    // Without escape sequences: spaces cover what stood there.
    sink.write(`\r${line.padEnd(shownLength)}\r`);
    shownLength = line.length;
  };
  return {
    show: (what, done, total) => write(cut(toProgressText(what, done, total, now() - since), sink.columns)),
    say: (text) => {
      write('');
      sink.write(`${toPlainText(text)}\n`);
    },
    end: () => write(''),
  };
};

/** `214 of 431 documents read, 3 min left`. */
export const toProgressText = (what: string, done: number, total: number | null, elapsedMs: number): string => {
  if (total === null) return `${done} ${what}`;
  const left = done === 0 || done >= total ? '' : `, ${toSpanText((elapsedMs / done) * (total - done))} left`;
  return `${done} of ${total} ${what}${left}`;
};

// A line that wraps could not be written over.
const cut = (line: string, columns: number | undefined): string =>
  columns === undefined ? line : line.slice(0, Math.max(0, columns - 1));

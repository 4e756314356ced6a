import { describe, expect, it } from 'vitest';
import { makeProgress, toProgressText } from '../../../../lib/cli/view/progress.ts';

describe('progress', () => {
  it.each([
    [0, 200, 5_000, '0 of 200 documents read'],
    [50, 200, 60_000, '50 of 200 documents read, 3 min left'],
    [199, 200, 120_000, '199 of 200 documents read, under 1 min left'],
    [200, 200, 120_000, '200 of 200 documents read'],
    [3, null, 1_000, '3 documents read'],
  ])('says how far it is and how long it takes (%d of %s)', (done, total, elapsedMs, text) => {
    expect(toProgressText('documents read', done, total, elapsedMs)).toBe(text);
  });

  it('writes over its line, and takes it away in the end', () => {
    const { sink, written } = sinkOf(true, 80);
    const progress = makeProgress(sink, () => 0);

    progress.show('documents read', 10, null);
    progress.show('read', 1, null);
    progress.end();

    expect(written).toStrictEqual(['\r10 documents read\r', `\r1 read${' '.repeat(11)}\r`, `\r${' '.repeat(6)}\r`]);
  });

  it('cuts a line that would wrap', () => {
    const { sink, written } = sinkOf(true, 10);

    makeProgress(sink, () => 0).show('documents read', 10, null);

    expect(written).toStrictEqual(['\r10 docume\r']);
  });

  it('writes nothing where there is no terminal', () => {
    const { sink, written } = sinkOf(false, undefined);
    const progress = makeProgress(sink, () => 0);

    progress.show('documents read', 10, 20);
    progress.end();

    expect(written).toStrictEqual([]);
  });
});

const sinkOf = (isTTY: boolean, columns: number | undefined) => {
  const written: string[] = [];
  return { written, sink: { write: (text: string) => void written.push(text), isTTY, columns } };
};

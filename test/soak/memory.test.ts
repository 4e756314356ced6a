import { expect, it } from 'vitest';
import { type MemorySample, memoryProblems, toMemoryFigures } from './memory.ts';

it('sets the median of the last third against that of the middle one', () => {
  const samples = [...every10s('heap', [90, ...Array(8).fill(80)]), ...every10s('heap', middleAndLast(20, 21), 9)];

  const figures = toMemoryFigures(samples, 0, 270_000, 1.1);

  expect(figures).toStrictEqual([{ of: 'heap', samples: 18, middleMb: 20, lastMb: 21, ratio: 1.05, most: 1.1 }]);
  expect(memoryProblems(figures)).toStrictEqual([]);
});

it('names what has grown beyond its bar', () => {
  const figures = toMemoryFigures(every10s('heap', middleAndLast(20, 23), 9), 0, 270_000, 1.1);

  expect(memoryProblems(figures)).toStrictEqual([
    'the memory of heap has grown from 20.0 to 23.0 MB (at most 1.1 times)',
  ]);
});

it('only tells what has no bar', () => {
  const figures = toMemoryFigures(every10s('process', middleAndLast(20, 60), 9), 0, 270_000, null);

  expect(figures.map(({ ratio }) => ratio)).toStrictEqual([3]);
  expect(memoryProblems(figures)).toStrictEqual([]);
});

it('says nothing of few samples', () => {
  const samples = [...every10s('heap', [20, 20, 20], 9), ...every10s('heap', [40, 40, 40], 18)];

  expect(toMemoryFigures(samples, 0, 270_000, 1.1)).toStrictEqual([]);
});

it('says nothing of a short time that many instances tell of', () => {
  const samples = Array.from({ length: 3 }, () => every10s('heap', [20, 20, 20, 20, 20, 20, 40, 40, 40])).flat();

  expect(toMemoryFigures(samples, 0, 90_000, 1.1)).toStrictEqual([]);
});

const every10s = (of: string, mbs: readonly number[], from = 0): readonly MemorySample[] =>
  mbs.map((mb, index) => ({ of, atMs: (from + index) * 10_000, mb }));

const middleAndLast = (middle: number, last: number): readonly number[] => [
  ...Array<number>(9).fill(middle),
  ...Array<number>(9).fill(last),
];

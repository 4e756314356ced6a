import { expect, it } from 'vitest';
import { holds, isFarOff, toFigure } from './figure.ts';

it.each([
  { ratio: 2, bar: { most: 2 }, held: true },
  { ratio: 2.01, bar: { most: 2 }, held: false },
  { ratio: 0.95, bar: { least: 0.95 }, held: true },
  { ratio: 0.94, bar: { least: 0.95 }, held: false },
  { ratio: 99, bar: null, held: true },
])('holds $bar at $ratio: $held', ({ ratio, bar, held }) => {
  expect(holds({ ratio, bar })).toBe(held);
});

it.each([
  { ratio: 3, bar: { most: 2 }, far: false },
  { ratio: 3.01, bar: { most: 2 }, far: true },
  { ratio: 0.64, bar: { least: 0.95 }, far: false },
  { ratio: 0.63, bar: { least: 0.95 }, far: true },
  { ratio: 99, bar: null, far: false },
])('is far off $bar at $ratio: $far', ({ ratio, bar, far }) => {
  expect(isFarOff({ ratio, bar })).toBe(far);
});

it('tells the ratio of what was measured to its floor', () => {
  const figure = toFigure({ of: 'new buyers', unit: 'calls', measured: 3, floor: 2, bar: { most: 1 } });

  expect(figure).toStrictEqual({
    ...{ of: 'new buyers', unit: 'calls', measured: 3, floor: 2, bar: { most: 1 } },
    ratio: 1.5,
  });
});

import { expect, it } from 'vitest';
import { makeLateWork } from '../../../../infra/local/co3/late-work.ts';

it('finishes what is due once, in the order of its times', () => {
  const finished: [string, number][] = [];
  const work = makeLateWork();
  work.add(30, (at) => finished.push(['second', at]));
  work.add(10, (at) => finished.push(['first', at]));
  work.add(41, (at) => finished.push(['later', at]));

  work.catchUp(40);
  work.catchUp(40);

  expect(finished).toStrictEqual([
    ['first', 10],
    ['second', 30],
  ]);
});

import { expect, it } from 'vitest';
import { whenAsked } from '../../../lib/event/when-asked.ts';

it.each([['a value'], [undefined]])('makes %s once, and not before it is asked for', (value) => {
  let made = 0;
  const ask = whenAsked(() => {
    made += 1;
    return value;
  });
  const before = made;

  const answers = [ask(), ask()];

  expect({ before, answers, made }).toStrictEqual({ before: 0, answers: [value, value], made: 1 });
});

import { expect, it } from 'vitest';
import { chosen } from './chosen.ts';

const ANSWER = { name: 'answer', why: '', mutate: ['lib/co3/answer.ts'], tests: ['answer.test.ts'] };
const PLAN = { name: 'plan', why: '', mutate: ['lib/deliver/{plan,plan-payment}.ts'], tests: ['plan.test.ts'] };

it('takes every module where none is named', () => {
  expect(chosen([ANSWER, PLAN], [])).toStrictEqual([ANSWER, PLAN]);
});

it('takes a module by its name, and by a file of it with the tests of the whole', () => {
  expect(chosen([ANSWER, PLAN], ['answer', 'lib/deliver/plan-payment.ts:20-40'])).toStrictEqual([
    ANSWER,
    { ...PLAN, mutate: ['lib/deliver/plan-payment.ts:20-40'] },
  ]);
});

it('names what there is where a word is neither', () => {
  expect(() => chosen([ANSWER, PLAN], ['lib/deliver/tick.ts'])).toThrow(
    'no module lib/deliver/tick.ts; there are answer, plan, and their files',
  );
});

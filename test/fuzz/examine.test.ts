import { expect, it } from 'vitest';
import { examine } from './examine.ts';
import { minimise } from './minimise.ts';
import { makeChance } from './mutate/chance.ts';
import { mutate } from './mutate/mutate.ts';
import { type FuzzTarget, PLANTED } from './target.ts';

const INPUT = Buffer.from('{"a":[1,2,{"b":"x"}],"c":null}');

it.each<[string, FuzzTarget['run'], unknown]>([
  ['nothing where all is well', () => ['a.b is no amount'], null],
  ['what was thrown', () => JSON.parse('{'), { kind: 'threw', detail: expect.stringMatching(/^SyntaxError: /) }],
  ['who was told of', () => [`no amount: ${PLANTED}`], { kind: 'told', detail: `no amount: ${PLANTED}` }],
  ['what was put on all objects', pollute, { kind: 'polluted', detail: 'isAdmin' }],
])('an examination finds %s', async (_what, run, violation) => {
  expect(await examine(targetOf(run), INPUT)).toStrictEqual(violation);
  expect({}).not.toHaveProperty('isAdmin');
});

it('makes an input as small as still shows the same', async () => {
  const holds = async (input: Uint8Array): Promise<boolean> => Buffer.from(input).toString().includes('"b"');

  expect(Buffer.from(await minimise(INPUT, holds, 1_000)).toString()).toBe('"b"');
});

it.each(['json', 'xml', 'yaml', 'text'] as const)(
  'changes %s alike for the same seed, and otherwise for another',
  (format) => {
    const inputsOf = (seed: number): readonly string[] => {
      const chance = makeChance(seed);
      return Array.from({ length: 20 }, () => Buffer.from(mutate(format, [INPUT], chance)).toString('base64'));
    };

    expect(inputsOf(1)).toStrictEqual(inputsOf(1));
    expect(inputsOf(1)).not.toStrictEqual(inputsOf(2));
  },
);

const targetOf = (run: FuzzTarget['run']): FuzzTarget => ({ name: 'made-up', format: 'json', seeds: () => [], run });

function pollute(): readonly string[] {
  Reflect.set(Object.prototype, 'isAdmin', true);
  return [];
}

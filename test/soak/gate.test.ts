import { expect, it } from 'vitest';
import { makeGate } from './gate.ts';

it('lets no more in than there are places, in the order of their coming, and on after a failure', async () => {
  const enter = makeGate(2);
  const begun: string[] = [];
  const work = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const done = enter(() => {
      begun.push(name);
      return promise;
    });
    return { done, resolve, reject };
  };
  const [a, b, c, d] = [work('a'), work('b'), work('c'), work('d')];

  const atFirst = [...begun];
  a.reject(new Error('broken'));
  await expect(a.done).rejects.toThrow('broken');
  const afterOne = [...begun];
  for (const one of [b, c, d]) one.resolve('done');

  expect(await Promise.all([b.done, c.done, d.done])).toStrictEqual(['done', 'done', 'done']);
  expect([atFirst, afterOne, begun]).toStrictEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'd'],
  ]);
});

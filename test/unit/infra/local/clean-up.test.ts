import { expect, it } from 'vitest';
import { makeCleanUp } from '../../../../infra/local/clean-up.ts';

it('undoes everything once, last first, whatever goes wrong on the way', async () => {
  const done: string[] = [];
  const reports: string[] = [];
  const cleanUp = makeCleanUp((problem) => reports.push(problem));
  cleanUp.add(async () => void done.push('first'));
  cleanUp.add(() => Promise.reject(new Error('stuck')));
  cleanUp.add(async () => void done.push('last'));

  await cleanUp.run();
  await cleanUp.run();

  expect(done).toStrictEqual(['last', 'first']);
  expect(reports).toStrictEqual(['while stopping: Error: stuck']);
});

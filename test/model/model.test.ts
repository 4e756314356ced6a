import { expect, it } from 'vitest';
import { anySeed, checkStories, toReport } from './check.ts';
import { readExamples } from './examples.ts';
import { runStory } from './machine.ts';

const RUNS = Number(process.env['FC_RUNS'] ?? 300);
const SEED = Number(process.env['FC_SEED'] ?? anySeed());

it.each(readExamples())('the story $name comes to its rest: $why', async ({ story }) => {
  const plant = await runStory(story);

  expect(plant.watch.broken).toBeUndefined();
});

it(`whatever fails and dies, each order has what it owes or one open letter (seed ${SEED})`, async () => {
  process.stdout.write(`model: ${RUNS} stories of seed ${SEED}\n`);

  const checked = await checkStories({ runs: RUNS, seed: SEED });

  expect(toReport(checked)).toBeNull();
}, 180_000);

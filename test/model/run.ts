import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { anySeed, checkStories, toReport } from './check.ts';
import { showFault, showFaults } from './deliberate-fault-runs.ts';
import { progressBar } from './progress-bar.ts';
import type { Story } from './story.ts';
import { tellStory } from './tell.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(anySeed()) },
    path: { type: 'string' },
    quick: { type: 'boolean', default: false },
    fault: { type: 'string' },
    faults: { type: 'boolean', default: false },
    story: { type: 'string' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
  throw new Error('--runs is a number above 0, --seed a whole number');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (values.story !== undefined) {
  // A story as a failed run has printed it, or one that is kept with its reason.
  const kept: Story | { readonly story: Story } = JSON.parse(readFileSync(values.story, 'utf8'));
  const { lines, isBroken } = await tellStory('story' in kept ? kept.story : kept);
  for (const line of lines) say(line);
  process.exitCode = isBroken ? 1 : 0;
} else if (values.faults) process.exitCode = await showFaults(seed, say);
else if (values.fault !== undefined) process.exitCode = await showFault(values.fault, seed, say);
else {
  say(`${runs} stories of seed ${seed}`);
  const bar = progressBar(process.stdout, runs);
  const began = performance.now();
  const checked = await checkStories({ runs, seed, path: values.path, isQuick: values.quick, onRun: bar.step });
  bar.end();
  const seconds = Math.round((performance.now() - began) / 1_000);
  say(toReport(checked) ?? `all of them hold, in ${seconds} s`);
  process.exitCode = checked.failed ? 1 : 0;
}

import { parseArgs } from 'node:util';
import { TARGETS } from './targets.ts';
import { fuzzWatched } from './watch.ts';

const HELP = `Puts ever other inputs through each parser and looks whether it throws, tells a person's datum, or takes too long.

  npm run fuzz                                 every target, 60 seconds each
  npm run fuzz -- --only NAME --seconds 600    one of them, for longer; --only may come several times
  npm run fuzz -- --seed 1                     the same choices again, as far as the machine is as fast

Inputs that reach new code go into test/fuzz/corpus/NAME, what is found too (found-…): npm test replays them all.
Targets: ${TARGETS.map(({ name }) => name).join(', ')}
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
const unknown = values.only.filter((name) => !TARGETS.some((target) => target.name === name));
if (unknown.length > 0) throw new Error(`no target ${unknown.join(', ')}; see --help`);
if (!(seconds > 0) || !Number.isSafeInteger(seed)) throw new Error('--seconds is a number above 0, --seed a whole one');

const names = values.only.length > 0 ? values.only : TARGETS.map(({ name }) => name);
const say = (text: string): void => void process.stdout.write(text);

const fuzzAll = async (): Promise<void> => {
  say(`seed ${seed}, ${seconds} s each\n`);
  for (const name of names) {
    const { executions, covered, corpus, found } = await fuzzWatched({ name, seconds, seed }, (progress) => {
      if (process.stdout.isTTY)
        say(`\r${name}: ${progress.executions} executions, ${progress.pool} inputs, ${progress.covered} characters `);
    });
    const clear = process.stdout.isTTY ? '\r\u001b[K' : '';
    say(
      `${clear}${name}: ${executions} executions, corpus ${corpus ?? 'as it was'}, ${covered} characters of source, found ${found.length}\n`,
    );
    for (const one of found) say(`  ${one}\n`);
    if (found.length > 0) process.exitCode = 1;
  }
};

if (values.help) say(HELP);
else await fuzzAll();

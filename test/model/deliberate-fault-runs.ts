import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DELIBERATE_FAULTS, type DeliberateFault } from './deliberate-faults.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = ['lib', 'test', 'infra', 'package.json', 'tsconfig.json'];
/** A fault that so many stories do not show is one that the model does not see. */
const MOST_RUNS = 3_000;

type Say = (text: string) => void;

/** Puts one fault into a copy of the bridge and runs the model there; 0 where it was caught. */
export const showFault = async (name: string, seed: number, say: Say): Promise<number> => {
  const fault = DELIBERATE_FAULTS.find((one) => one.name === name);
  if (fault === undefined) {
    say(`no fault ${name}; there are: ${DELIBERATE_FAULTS.map((one) => one.name).join(', ')}`);
    return 1;
  }
  say(`${fault.name}: ${fault.why}\n${fault.file}, up to ${MOST_RUNS} stories of seed ${seed}`);
  const { isCaught, output } = await runWith(fault, seed, []);
  say(output.trim());
  say(isCaught ? '\ncaught' : '\nNOT CAUGHT');
  return isCaught ? 0 : 1;
};

/** As `showFault`, of all of them, a line each; 0 where all were caught. */
export const showFaults = async (seed: number, say: Say): Promise<number> => {
  say(`up to ${MOST_RUNS} stories of seed ${seed} each`);
  let survivors = 0;
  for (const fault of DELIBERATE_FAULTS) {
    const { isCaught, output } = await runWith(fault, seed, ['--quick']);
    if (!isCaught) survivors += 1;
    const [run = '', text = ''] = output
      .split('\n')
      .slice(output.split('\n').findIndex((line) => line.startsWith('run ')));
    say(`| ${fault.name} | ${isCaught ? /\d+/.exec(run)?.[0] : 'NOT CAUGHT'} | ${isCaught ? text : ''} |`);
  }
  return survivors === 0 ? 0 : 1;
};

const runWith = async (
  fault: DeliberateFault,
  seed: number,
  more: readonly string[],
): Promise<{ readonly isCaught: boolean; readonly output: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'model-fault-'));
  try {
    for (const part of COPIED) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, fault.file);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(fault.find, () => fault.replace),
    );
    const { code, output } = await run(folder, ['--runs', String(MOST_RUNS), '--seed', String(seed), ...more]);
    // Where the bridge does not even run, nothing was shown.
    return { isCaught: code === 1 && output.includes('npm run test:model -- --seed'), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const run = (
  folder: string,
  options: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/model/run.ts', ...options], { cwd: folder });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

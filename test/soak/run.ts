import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Table from 'cli-table3';
import { makeEndingSignal } from '../../infra/local/ending.ts';
import { toKeptJson } from '../bench/kept-json.ts';
import { progressBar } from '../model/progress-bar.ts';
import { toRows } from './result-rows.ts';
import { soak } from './soak.ts';
import { HELP, parseRunOptions, type RunOptions } from './soak-options.ts';
import { withSoak } from './soak-page.ts';

const root = resolve(import.meta.dirname, '../..');

const say = (text: string): void => {
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

/** As a shell counts what an interrupt has ended. */
const BROKEN_OFF = 130;

const run = async (options: RunOptions, signal: AbortSignal): Promise<number> => {
  const folder = join(root, '.local/soak', new Date().toISOString().replaceAll(':', '-'));
  const seconds = options.minutes * 60;
  const bar = progressBar(process.stderr, seconds);
  let left = seconds;
  const onSecond = (): void => {
    if (left > 0) bar.step();
    left -= 1;
  };
  const result = await soak({ ...options, root, folder, say, onSecond, signal });
  bar.end();
  if (options.write) {
    const page = join(root, 'docs/performance.md');
    const json = toKeptJson(result);
    writeFileSync(join(root, 'docs/soak.json'), json);
    // Of what is kept: the page can be written of it again to the same digits.
    writeFileSync(page, withSoak(readFileSync(page, 'utf8'), JSON.parse(json)));
  }
  const table = new Table({ wordWrap: true, colWidths: [26, 90], style: { border: [] } });
  table.push(...toRows(result).map(([what, seen]) => [what, seen]));
  process.stdout.write(options.json ? toKeptJson(result) : `${table.toString()}\n`);
  for (const problem of result.broken) process.stderr.write(`broken: ${problem}\n`);
  process.stderr.write(`what it has seen: ${folder}\n`);
  return result.broken.length === 0 ? 0 : 1;
};

const readOptions = (): RunOptions | 'help' | Error => {
  try {
    return parseRunOptions(process.argv.slice(2), Math.floor(Math.random() * 1_000_000));
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem));
  }
};

const options = readOptions();
if (options === 'help') process.stdout.write(HELP);
else if (options instanceof Error) {
  process.stderr.write(`${options.message}\n\n${HELP}`);
  process.exitCode = 2;
} else {
  const signal = makeEndingSignal(process.env['npm_lifecycle_event'] !== undefined);
  const code = await run(options, signal).catch((problem: unknown) => {
    if (!signal.aborted) throw problem;
    process.stderr.write('broken off: nothing is judged, and nothing written\n');
    return BROKEN_OFF;
  });
  // Whatever a library has left open ends here.
  process.exit(code);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isFarOff } from './figure.ts';
import { toLineText } from './figure-text.ts';
import { toKeptJson } from './kept-json.ts';
import { measure } from './measure.ts';
import type { Measured } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';
import { withMeasured } from './performance-page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : MEASUREMENTS.map(({ name }) => name);
const unknown = names.filter((name) => !MEASUREMENTS.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(`no measurement ${unknown.join(', ')}; there are ${MEASUREMENTS.map(({ name }) => name).join(', ')}`);

const measured: Measured[] = [];
for (const name of names)
  measured.push(await measure(name, values.short, (figure) => process.stderr.write(`${toLineText(name, figure)}\n`)));

const run = { at: new Date().toISOString(), node: process.version, cpu: cpus()[0]?.model ?? '', measured };
if (values.json) process.stdout.write(toKeptJson(run));
if (!values.short && positionals.length === 0) {
  const root = resolve(import.meta.dirname, '../..');
  const page = resolve(root, 'docs/performance.md');
  const json = toKeptJson(run);
  writeFileSync(resolve(root, 'docs/performance.json'), json);
  // Of what is kept: the page can be written of it again to the same digits.
  writeFileSync(page, withMeasured(readFileSync(page, 'utf8'), JSON.parse(json)));
}

// What is only a little over its bar may be the machine's doing: nothing fails for that, and never for a time.
const farOff = measured.flatMap(({ name, figures }) => figures.filter(isFarOff).map(({ of }) => `${name}: ${of}`));
if (values.short && farOff.length > 0) {
  process.stderr.write(`beyond 1.5 times their bars: ${farOff.join('; ')}\n`);
  process.exitCode = 1;
}

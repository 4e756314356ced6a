import { FULL, SHORT } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';

// One measurement, in a process that has done nothing else: `measure.ts` starts it and hears its figures.
const [name, effort] = process.argv.slice(2);
const measurement = MEASUREMENTS.find((one) => one.name === name);
if (measurement === undefined || process.send === undefined) throw new Error(`no measurement is called ${name}`);
for await (const figure of measurement.figures(effort === 'short' ? SHORT : FULL)) process.send(figure);
process.disconnect();

import { coldStart } from './cold-start.ts';
import { deliver } from './deliver.ts';
import { growth } from './growth.ts';
import { handler } from './handler.ts';
import { letters } from './letters.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { receive } from './receive.ts';
import { xml } from './xml.ts';

/** In the order of docs/performance.md. */
export const MEASUREMENTS: readonly Measurement[] = [
  receive,
  handler,
  coldStart,
  deliver,
  growth,
  letters,
  memory,
  xml,
];

import { deliver } from './deliver.ts';
import { growth } from './growth.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { receive } from './receive.ts';
import { xml } from './xml.ts';

/** In the order of docs/performance.md. */
export const MEASUREMENTS: readonly Measurement[] = [receive, deliver, growth, memory, xml];

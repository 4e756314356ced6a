import type { Measurement } from './measurement.ts';
import { receive } from './receive.ts';
import { xml } from './xml.ts';

/** In the order of docs/performance.md. */
export const MEASUREMENTS: readonly Measurement[] = [receive, xml];

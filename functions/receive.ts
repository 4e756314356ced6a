import { makeReceive } from '../lib/receive/receive.ts';
import { wireReceive } from './wiring.ts';

export const handler = makeReceive(wireReceive(process.env));

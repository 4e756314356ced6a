import { startFauxqs } from 'fauxqs';
import { readPart, tellStarted } from './part.ts';

const { given: port, folder } = readPart();
await startFauxqs({ port: Number(port), dataDir: folder, logger: false });
tellStarted();

import { resolve } from 'node:path';
import { runUntilStopped } from './run.ts';
import { startSimulator, toCredentials } from './simulator.ts';

const root = resolve(import.meta.dirname, '../..');
const code = await runUntilStopped(process.argv.slice(2), root, {
  startCo3: startSimulator,
  credentialsOf: toCredentials,
});
// Whatever a library has left open ends here.
process.exit(code);

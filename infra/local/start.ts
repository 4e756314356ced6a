import { resolve } from 'node:path';
import { startPoller } from './poller.ts';
import { startQueues } from './queues.ts';
import { runUntilStopped } from './run.ts';
import { startSecrets } from './secrets.ts';
import { startSimulator, toCredentials } from './simulator.ts';
import { startTables } from './tables.ts';

const root = resolve(import.meta.dirname, '../..');
const code = await runUntilStopped(process.argv.slice(2), root, {
  startCo3: startSimulator,
  credentialsOf: toCredentials,
  startSecrets,
  startQueues,
  startTables,
  startPoller,
});
// Whatever a library has left open ends here.
process.exit(code);

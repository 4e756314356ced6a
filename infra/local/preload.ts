import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { tellMemory } from './tell-memory.ts';

// Loaded by `node --import` into serverless-offline and into each of its worker threads, one per instance of a function.
// serverless-offline hands `{ Ref: … }` of serverless.yml on as it stands; the function gets what the template means.

const KEY = 'bridge-local-environments';
// How often each instance says how much memory it holds; 0: never.
const MEMORY_KEY = 'bridge-local-memory-ms';

if (isMainThread) {
  setEnvironmentData(KEY, process.env['BRIDGE_LOCAL_ENVIRONMENTS'] ?? '{}');
  setEnvironmentData(MEMORY_KEY, process.env['BRIDGE_LOCAL_MEMORY_MS'] ?? '0');
  // Also where `npm start` was killed without a chance to end its children.
  process.once('disconnect', () => process.exit(0));
  // Listening alone would keep a process that is done.
  process.channel?.unref();
} else {
  const environments: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    String(getEnvironmentData(KEY)),
  );
  const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '';
  Object.assign(process.env, environments[name]);
  const everyMs = Number(getEnvironmentData(MEMORY_KEY));
  if (everyMs > 0) tellMemory(name, everyMs);
}

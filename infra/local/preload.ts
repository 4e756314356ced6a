import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

// Loaded by `node --import` into serverless-offline and into each of its worker threads, one per instance of a function.
// serverless-offline hands `{ Ref: … }` of serverless.yml on as it stands; the function gets what the template means.

const KEY = 'bridge-local-environments';

if (isMainThread) {
  setEnvironmentData(KEY, process.env['BRIDGE_LOCAL_ENVIRONMENTS'] ?? '{}');
  // Also where `npm start` was killed without a chance to end its children.
  process.once('disconnect', () => process.exit(0));
  // Listening alone would keep a process that is done.
  process.channel?.unref();
} else {
  const environments: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    String(getEnvironmentData(KEY)),
  );
  Object.assign(process.env, environments[process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '']);
}

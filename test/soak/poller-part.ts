import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPoller } from '../../infra/local/poller.ts';
import { readPart, tellStarted } from './part.ts';

const { given: plan, folder } = readPart();
await startPoller(JSON.parse(plan), {
  report: (problem) => appendFileSync(join(folder, 'poller.log'), `${new Date().toISOString()} ${problem}\n`),
  // It is killed, and never asked to end.
  signal: new AbortController().signal,
});
tellStarted();

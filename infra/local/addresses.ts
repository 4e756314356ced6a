import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isTree } from './intrinsics.ts';
import { isAlive } from './is-alive.ts';

/** What `.local/stack.json` holds; `bridge --local` reads it. */
export interface Addresses {
  /** Of the process that holds the stack. */
  readonly pid: number;
  readonly webhooks: string;
  readonly sqs: string;
  readonly dynamodb: string;
  readonly co3: string;
  /** Where the functions post CO3's calls to. */
  readonly co3BaseUrl: string;
  readonly console: string | null;
  readonly secrets: string;
  /** Invokes a function by its name, as the AWS SDK and CLI do. */
  readonly lambda: string;
  readonly region: string;
  readonly eventsQueueUrl: string;
  readonly deadLettersQueueUrl: string;
  readonly table: string;
  readonly stage: string;
  readonly shopsFile: string;
}

/**
 * Writes the addresses for `bridge --local`: the stack that was started last counts. The answer takes them away again;
 * a stack that was there before and still runs gets its place back.
 */
export const writeAddresses = async (root: string, addresses: Addresses): Promise<() => Promise<void>> => {
  const path = `${root}/.local/stack.json`;
  const before = await readText(path);
  const own = `${JSON.stringify(addresses, null, 2)}\n`;
  await mkdir(`${root}/.local`, { recursive: true });
  await writeFile(path, own);
  return async () => {
    if ((await readText(path)) !== own) return;
    if (before !== undefined && isRunning(before)) await writeFile(path, before);
    else await rm(path, { force: true });
  };
};

const readText = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

const isRunning = (text: string): boolean => {
  const written: unknown = JSON.parse(text);
  return isTree(written) && typeof written['pid'] === 'number' && isAlive(written['pid']);
};

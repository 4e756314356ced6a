import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isTree } from './intrinsics.ts';

/** What `.local/stack.json` holds; `bridge --local` reads it. */
export interface Addresses {
  readonly webhooks: string;
  readonly sqs: string;
  readonly dynamodb: string;
  readonly co3: string;
  readonly console: string | null;
  readonly secrets: string;
  readonly region: string;
  readonly eventsQueueUrl: string;
  readonly deadLettersQueueUrl: string;
  readonly table: string;
  readonly stage: string;
  readonly shopsFile: string;
}

/**
 * Writes the addresses for `bridge --local`: the stack that was started last counts. The answer takes them away again;
 * a stack that was there before and still answers gets its place back.
 */
export const writeAddresses = async (root: string, addresses: Addresses): Promise<() => Promise<void>> => {
  const path = `${root}/.local/stack.json`;
  const before = await readText(path);
  const own = `${JSON.stringify(addresses, null, 2)}\n`;
  await mkdir(`${root}/.local`, { recursive: true });
  await writeFile(path, own);
  return async () => {
    if ((await readText(path)) !== own) return;
    if (before !== undefined && (await isAnswering(before))) await writeFile(path, before);
    else await rm(path, { force: true });
  };
};

const readText = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

const isAnswering = async (text: string): Promise<boolean> => {
  try {
    const written: unknown = JSON.parse(text);
    if (!isTree(written) || typeof written['webhooks'] !== 'string') return false;
    await fetch(written['webhooks'], { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
};

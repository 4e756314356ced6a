import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { ok, type Result } from '../event/result.ts';
import { type Failure, refused } from './outcome.ts';

const stackSchema = z.object({
  webhooks: z.url(),
  sqs: z.url(),
  dynamodb: z.url(),
  secrets: z.url(),
  co3BaseUrl: z.url(),
  region: z.string(),
  eventsQueueUrl: z.url(),
  deadLettersQueueUrl: z.url(),
  table: z.string(),
  shopsFile: z.string(),
});

/** Where the stack of `npm start` is. */
export type StackAddresses = z.output<typeof stackSchema>;

/** Reads `.local/stack.json`, which is there as long as the stack runs. */
export const readStackFile = async (root: string): Promise<Result<StackAddresses, Failure>> => {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(resolve(root, '.local/stack.json'), 'utf8'));
  } catch {
    return refused('No stack runs on this machine: start it with `npm start`, and try again when it says `ready`.');
  }
  const parsed = stackSchema.safeParse(json);
  return parsed.success
    ? ok(parsed.data)
    : refused(
        `.local/stack.json is not of this version. Stop the stack and start it with \`npm start\`.\n${z.prettifyError(parsed.error)}`,
      );
};

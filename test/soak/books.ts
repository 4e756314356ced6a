import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Addresses } from '../../infra/local/addresses.ts';
import { callAws } from '../../infra/local/aws-json.ts';
import type { Invoice, Product } from '../../infra/local/co3/account.ts';
import type { Letter } from '../../lib/dead-letters/letter.ts';
import type { FarSide } from './far-side.ts';

export interface OpenLetter {
  /** The order's key, or that of goods. */
  readonly subject: string;
  readonly name: string;
  readonly code: number | null;
}

/** What stands outside the bridge, and the letters that people are shown. */
export interface Books {
  readonly documents: readonly { readonly account: string; readonly invoice: Invoice }[];
  readonly products: readonly { readonly account: string; readonly product: Product }[];
  readonly letters: readonly OpenLetter[];
  /** Messages in the queue `dead-letters`: one for each open letter. */
  readonly notices: number;
  /** Messages in the queue `events`, seen by a worker or not. */
  readonly events: number;
}

export const readBooks = async ({ simulator }: FarSide, addresses: Addresses): Promise<Books> => ({
  documents: [...simulator.accounts].flatMap(([account, { invoices }]) =>
    invoices.all().map((invoice) => ({ account, invoice })),
  ),
  products: [...simulator.accounts].flatMap(([account, { products }]) =>
    products.all().map((product) => ({ account, product })),
  ),
  letters: await readLetters(),
  notices: await countMessages(addresses, addresses.deadLettersQueueUrl),
  events: await countMessages(addresses, addresses.eventsQueueUrl),
});

/** As a person gets them. */
const readLetters = async (): Promise<readonly OpenLetter[]> => {
  const argv = ['lib/cli/bridge.mjs', 'dlq', 'export', '--local'];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 256 * 1_048_576 });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { subject, error }: Letter = JSON.parse(line);
      return { subject: subject.id, name: error.name, code: error.code };
    });
};

const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

const countMessages = async ({ sqs: address, region }: Addresses, url: string): Promise<number> => {
  const answer = (await callAws(
    { service: 'sqs', address, region },
    'GetQueueAttributes',
    { QueueUrl: url, AttributeNames: COUNTS },
    AbortSignal.timeout(10_000),
  )) as { readonly Attributes: Readonly<Record<string, string>> };
  return COUNTS.reduce((sum, name) => sum + Number(answer.Attributes[name] ?? 0), 0);
};

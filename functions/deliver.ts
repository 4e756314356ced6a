import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deadlineOf, toBatch, toBatchResponse } from '../lib/aws/sqs-batch.ts';
import { type DeliverDeps, makeDeliver } from '../lib/deliver/deliver.ts';
import { wireDeliver } from './wiring.ts';

const deps: DeliverDeps = {
  ...wireDeliver(process.env),
  loadPlatform: async (shop) => (await import('../lib/shops/index.ts')).platformOf(shop),
};
const deliver = makeDeliver(deps);

export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const { failed } = await deliver(toBatch(event, deadlineOf(context, deps.clock)));
  return toBatchResponse(failed);
};

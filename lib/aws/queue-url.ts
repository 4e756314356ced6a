import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** The URL of the queue of this name in the client's account and region. Rejects with `QueueDoesNotExist` where there is none. */
export const readQueueUrl = async (client: SQSClient, name: string): Promise<string> => {
  const { QueueUrl: url } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  if (url === undefined) throw new Error(`SQS named no URL for the queue ${name}`);
  return url;
};

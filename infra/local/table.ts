import type { Addresses } from './addresses.ts';

/** The addresses for a person. */
export const formatAddresses = (addresses: Addresses, isSimulator: boolean): string => {
  const rows = [
    ['webhooks', `${addresses.webhooks}/{shop}`],
    [isSimulator ? 'CO3 simulator' : 'CO3', addresses.co3],
    ['SQS', addresses.sqs],
    ['  events', addresses.eventsQueueUrl],
    ['  dead-letters', addresses.deadLettersQueueUrl],
    ['DynamoDB', `${addresses.dynamodb} (table ${addresses.table})`],
    ['Secrets Manager', addresses.secrets],
    ['Lambda', addresses.lambda],
    ['settings', addresses.shopsFile],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
};

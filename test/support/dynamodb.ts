import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { parse } from 'yaml';

export interface LocalDynamoDb {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  /** An empty ledger table with the keys and indexes of infra/tables.yml; answers its name. */
  createTable(): Promise<string>;
  /** Puts an empty table in the place of the one of that name. */
  replaceTable(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The DynamoDB protocol on a free port of this machine. */
export const startDynamoDb = async (): Promise<LocalDynamoDb> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  let tables = 0;
  return {
    endpoint,
    client,
    createTable: async () => {
      tables += 1;
      const TableName = `ledger-${tables}`;
      await client.send(new CreateTableCommand({ ...LEDGER_TABLE, TableName }));
      return TableName;
    },
    replaceTable: async (TableName) => {
      await client.send(new DeleteTableCommand({ TableName }));
      await client.send(new CreateTableCommand({ ...LEDGER_TABLE, TableName }));
    },
    stop: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const { AttributeDefinitions, BillingMode, KeySchema, GlobalSecondaryIndexes } = parse(
  readFileSync(`${import.meta.dirname}/../../infra/tables.yml`, 'utf8'),
  { logLevel: 'error' },
).Resources.LedgerTable.Properties as CreateTableCommandInput;
const LEDGER_TABLE = { AttributeDefinitions, BillingMode, KeySchema, GlobalSecondaryIndexes };

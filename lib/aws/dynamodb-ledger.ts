import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { Ledger } from '../deliver/ports.ts';
import type { Instant } from '../event/time.ts';
import {
  fromItem,
  type Item,
  type ListName,
  OPEN_LETTERS,
  RESTING_LISTS,
  readLetterLine,
  readWaitingLine,
  toDueBounds,
  toItem,
  toItemKey,
  toRestingRef,
  toWorkRef,
} from './ledger-item.ts';

export interface DynamoDbLedgerDeps {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** The ledger in one DynamoDB table (infra/tables.yml, docs/decisions/0003). */
export const makeDynamoDbLedger = ({ client, table }: DynamoDbLedgerDeps): Ledger => ({
  read: async (kind, key) => {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: table, Key: toItemKey(kind, key), ConsistentRead: true }),
    );
    return item === undefined ? undefined : fromItem<typeof kind>(item);
  },

  write: async (record) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem(record),
          ...(record.version === 1 ? NOTHING_THERE : versionThere(record.version - 1)),
        }),
      );
      return 'written';
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return 'conflict';
      throw cause;
    }
  },

  due: async (account, of, until, limit) => {
    const { from, to } = toDueBounds(of, until);
    const items = await queryAll(client, limit, {
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'account = :account AND dueAt BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':account': { S: account }, ':from': { S: from }, ':to': { S: to } },
    });
    return items.map(toWorkRef);
  },

  letters: async () => {
    const items = await queryAll(client, Number.POSITIVE_INFINITY, listOf(table, OPEN_LETTERS));
    return items.map(readLetterLine);
  },

  waiting: async (of, limit) => {
    const items = await queryAll(client, limit, listOf(table, of));
    return items.map(readWaitingLine);
  },

  resting: async (until, limit) => {
    const lists = await Promise.all(
      RESTING_LISTS.map((list) => queryAll(client, limit, restingIn(table, list, until))),
    );
    return lists.flat().map(toRestingRef);
  },

  each: async function* (kind) {
    let from: Item | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          FilterExpression: 'begins_with(pk, :kind)',
          ExpressionAttributeValues: { ':kind': { S: `${kind}#` } },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      for (const item of page.Items ?? []) yield fromItem<typeof kind>(item);
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  },

  // Asked for each time: a function outlives the table that it was started with.
  identity: () => readIdentity(client, table),
});

/** AWS gives each table an id; a restored one, under whatever name, has another. */
const readIdentity = async (client: DynamoDBClient, table: string): Promise<string> => {
  const { Table: description } = await client.send(new DescribeTableCommand({ TableName: table }));
  if (description?.TableId === undefined) throw new Error(`the table ${table} bears no id`);
  return description.TableId;
};

/** A list of index `letters`, the newest first. */
const listOf = (table: string, list: ListName): QueryCommandInput => ({
  TableName: table,
  IndexName: 'letters',
  KeyConditionExpression: '#open = :list',
  ExpressionAttributeNames: { '#open': 'open' },
  ExpressionAttributeValues: { ':list': { S: list } },
  ScanIndexForward: false,
});

/** Of a list of index `letters` what has been in it since `until`, the oldest first. */
const restingIn = (table: string, list: ListName, until: Instant): QueryCommandInput => ({
  TableName: table,
  IndexName: 'letters',
  KeyConditionExpression: '#open = :list AND parkedAt <= :until',
  ExpressionAttributeNames: { '#open': 'open' },
  ExpressionAttributeValues: { ':list': { S: list }, ':until': { S: until } },
});

const NOTHING_THERE = { ConditionExpression: 'attribute_not_exists(pk)' };

const versionThere = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': { N: String(version) } },
});

/** All pages of a query, up to `limit` items. */
const queryAll = async (client: DynamoDBClient, limit: number, query: QueryCommandInput): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        ...query,
        ...(Number.isFinite(limit) ? { Limit: limit - items.length } : {}),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && items.length < limit);
  return items;
};

import { Readable } from 'node:stream';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { makeDynamoDbLedger } from '../../lib/aws/dynamodb-ledger.ts';
import { type Item, toItem } from '../../lib/aws/ledger-item.ts';
import { toGroups } from '../../lib/dead-letters/groups.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { aLetterRecord, anOrderRecord } from '../support/ledger-records.ts';
import { makeMemoryLedger } from '../support/memory-ledger.ts';
import { anOrder } from '../support/orders.ts';
import { compare, cpuMs } from './compare.ts';
import { type Figure, toFigure } from './figure.ts';
import type { Effort, Measurement } from './measurement.ts';

/** Very many open letters: their list by cause, and the redrive of each. */
export const letters: Measurement = {
  name: 'letters',
  figures: async function* (effort) {
    const count = effort.isShort ? 1_000 : 10_000;
    yield await listOf(count, effort);
    yield await redriveOf(count, effort.isShort);
  },
};

/** Against the bare queries of the index, which are answered from memory. */
const listOf = async (count: number, effort: Effort): Promise<Figure> => {
  const client = clientOf(pagesOf(count));
  const ledger = makeDynamoDbLedger({ client, table: 'ledger' });
  const list = async (): Promise<number> =>
    toGroups(await ledger.letters()).reduce((sum, group) => sum + group.lines.length, 0);
  if ((await list()) !== count) throw new Error('not every letter is listed');
  const floor = async (): Promise<void> => {
    for (let from: Item | undefined, isFirst = true; isFirst || from !== undefined; isFirst = false) {
      const page = await client.send(
        new QueryCommand({ TableName: 'ledger', ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
      );
      from = page.LastEvaluatedKey;
    }
  };
  const of = `list of ${count.toLocaleString('en-GB')} letters`;
  return compare({ of, bar: { most: 1.5 }, subject: list, floor }, { ...effort, cpuMs });
};

/** DynamoDB ends a page at a megabyte. */
const PAGE_BYTES = 1_048_576;

const pagesOf = (count: number): readonly string[] => {
  const items = Array.from({ length: count }, (_, index) => {
    const { record: _record, ...indexed } = toItem(letterOf(index));
    return indexed;
  });
  const perPage = Math.floor(PAGE_BYTES / JSON.stringify(items[0]).length);
  const starts = Array.from({ length: Math.ceil(count / perPage) }, (_, page) => page * perPage);
  return starts.map((start, page) =>
    JSON.stringify({
      Items: items.slice(start, start + perPage),
      ...(page === starts.length - 1 ? {} : { LastEvaluatedKey: { pk: { S: String(page + 1) } } }),
    }),
  );
};

const clientOf = (pages: readonly string[]): DynamoDBClient =>
  new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: {
      handle: async ({ body }: { readonly body: Uint8Array }) => {
        const page = Number(JSON.parse(new TextDecoder().decode(body)).ExclusiveStartKey?.pk.S ?? 0);
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { statusCode: 200, headers, body: Readable.from([Buffer.from(pages[page] ?? '')]) } };
      },
    },
  });

/** Against letters of which there are few. */
const redriveOf = async (count: number, isShort: boolean): Promise<Figure> => {
  const [few, rounds] = [100, isShort ? 10 : 20];
  const [many, floor] = [redriver(count), redriver(few)];
  let [bestOfMany, bestOfFew] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // As many letters on both sides: the best of many short turns would be better than it is.
  const turns = count / few;
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (let turn = 0; turn < turns; turn += 1) sum += await floor();
    bestOfFew = Math.min(bestOfFew, sum / turns);
    bestOfMany = Math.min(bestOfMany, await many());
  }
  return toFigure({
    ...{ of: `redrive of ${count.toLocaleString('en-GB')} letters, each`, unit: 'µs CPU', bar: { most: 1.5 } },
    ...{ measured: bestOfMany, floor: bestOfFew },
  });
};

/** Redrives that many letters and answers the CPU time of each, in µs. */
const redriver = (count: number): (() => Promise<number>) => {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const ledger = makeMemoryLedger('memory', [...indexes.map(letterOf), ...indexes.map(orderOf)]);
  const parked = ledger.backUp();
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  return async () => {
    ledger.replace('memory', parked);
    const began = cpuMs();
    for (const index of indexes) {
      const done = await redriveLetter({ ledger, newId }, idOf(index), 'anna', NOW);
      if (!done.ok) throw new Error(done.problem.text);
    }
    return (1_000 * (cpuMs() - began)) / count;
  };
};

const NOW = Date.parse('2026-12-02T12:00:00Z');
const idOf = (index: number): string => `letter-${index}`;
const snapshotOf = (index: number) => anOrder({ orderId: String(index), number: `#${index}` });
const keyOf = (index: number) => orderKeyOf(snapshotOf(index));

const letterOf = (index: number): LetterRecord =>
  aLetterRecord(
    { work: { kind: 'order', key: keyOf(index) } },
    {
      id: idOf(index),
      subject: { kind: 'order', id: keyOf(index), label: `#${index}` },
      event: snapshotOf(index),
    },
  );

const orderOf = (index: number): OrderRecord =>
  anOrderRecord({
    key: keyOf(index),
    snapshot: snapshotOf(index),
    letter: { id: idOf(index), content: null },
    status: 'letter',
    reason: 'InvalidEmail',
    dueAt: null,
  });

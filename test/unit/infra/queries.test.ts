import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PLAIN_DIALECT } from '../../../infra/local/co3/dialect.ts';
import { jsonLinesOf } from '../../support/output-of.ts';
import { makeSimulatedWorld } from '../../support/simulated-world.ts';
import { shopifyRequest, webhookWith } from '../../support/webhooks.ts';

interface Query {
  readonly title: string;
  readonly text: string;
}

const QUERIES = readQueries();

/** By what they say (`message`), the names that lines have. */
let lines: ReadonlyMap<string, ReadonlySet<string>>;
let common: ReadonlySet<string>;

beforeAll(async () => {
  [lines, common] = [await writeLines(), readCommonNames()];
});

it('are those that docs/operations.md says when to ask', () => {
  const told = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([^`|]+)` \| .*\?/gm)].map(
    ([, title]) => title,
  );

  expect(told).toStrictEqual(QUERIES.map(({ title }) => title));
});

describe.each(QUERIES)('«$title»', ({ text }) => {
  it('asks for lines that the bridge writes', () => {
    const asked = messagesIn(text);

    expect(asked.filter((message) => !lines.has(message))).toStrictEqual([]);
  });

  it('names only what such lines have', () => {
    const asked = messagesIn(text);
    const written = asked.length === 0 ? [...lines.values()] : asked.flatMap((message) => lines.get(message) ?? []);
    const known = new Set([...common, ...written.flatMap((names) => [...names])]);

    expect(namesIn(text)).not.toStrictEqual([]);
    expect(namesIn(text).filter((name) => !known.has(name))).toStrictEqual([]);
  });
});

it('would not pass with a name that no line has, nor with a line that nobody writes', () => {
  const text = 'filter message = "refusal" and orderNumber = 1 | stats count(*) as calls by shop | sort calls';

  expect(namesIn(text)).toStrictEqual(['message', 'orderNumber', 'shop']);
  expect(messagesIn(text).filter((message) => !lines.has(message))).toStrictEqual(['refusal']);
});

/** What the bridge writes while orders are invoiced, refused, held and lost on the way. */
async function writeLines(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  let isQueueAway = false;
  const world = makeSimulatedWorld({
    seed: 3,
    dialect: PLAIN_DIALECT,
    around: (port, effect) =>
      isQueueAway && port === 'events.send' ? Promise.reject(new Error('the queue is away')) : effect(),
  });
  const plain = { note_attributes: [], payment_gateway_names: ['shopify_payments'] };
  const webhook = (number: number, fields: Readonly<Record<string, unknown>> = {}) =>
    shopifyRequest(
      webhookWith('shopify/orders-paid.huf.json', {
        ...plain,
        ...{ id: number, admin_graphql_api_id: `gid://shopify/Order/${number}`, name: `#${number}` },
        ...fields,
      }),
    );
  const come = async (...given: Parameters<typeof webhook>) => {
    await world.receive(webhook(...given));
    await world.pass(20 * 60_000);
  };
  await come(1);
  await come(2, { email: 'not-an-email', contact_email: 'not-an-email' });
  await come(2, { updated_at: '2026-12-02T12:00:00+01:00' });
  await come(3, { payment_gateway_names: ['shells'] });
  for (const [number, code] of [
    [4, 202],
    [5, 24],
  ] as const) {
    world.co3.fault({ kind: 'refuse', code, method: 'setContact', times: 1 });
    await come(number, { email: `buyer-${number}@example.com`, contact_email: `buyer-${number}@example.com` });
  }
  world.co3.down(world.clock.now() + 5 * 60_000, 'unreachable');
  await come(6);
  const forged = webhook(7);
  await world.receive({ ...forged, headers: { ...forged.headers, 'x-shopify-hmac-sha256': 'bm8=' } });
  isQueueAway = true;
  await world.receive(webhook(8));
  const byMessage = new Map<string, Set<string>>();
  for (const { event, ...fields } of world.logged)
    byMessage.set(event, new Set([...(byMessage.get(event) ?? []), ...Object.keys(fields)]));
  return byMessage;
}

/** What the logger adds to every line, and CloudWatch to every event. */
function readCommonNames(): ReadonlySet<string> {
  const [line] = jsonLinesOf(
    "import { makeLog } from './lib/aws/log.ts'; makeLog({ stage: 'prod', tracingHeader: () => undefined }).info('webhook', {});",
  );
  return new Set([...Object.keys(line as object), '@timestamp']);
}

function messagesIn(text: string): readonly string[] {
  const [, one] = /message = "([^"]+)"/.exec(text) ?? [];
  const [, several = ''] = /message in \[([^\]]+)\]/.exec(text) ?? [];
  return [...(one === undefined ? [] : [one]), ...[...several.matchAll(/"([^"]+)"/g)].map(([, named = '']) => named)];
}

const WORDS = new Set([
  'fields',
  'filter',
  'stats',
  'sort',
  'desc',
  'by',
  'as',
  'and',
  'or',
  'in',
  'count',
  'max',
  'pct',
]);

/** The names in a query that are neither its own words nor names that it gives. */
function namesIn(text: string): readonly string[] {
  const bare = text.replace(/"[^"]*"/g, '');
  const given = new Set([...bare.matchAll(/ as (\w+)/g)].map(([, name]) => name));
  const names = [...bare.matchAll(/@?[a-zA-Z_]\w*/g)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !WORDS.has(name) && !given.has(name));
}

function readQueries(): readonly Query[] {
  const { Resources: resources } = parse(readFileSync('infra/queries.yml', 'utf8'), { logLevel: 'silent' }) as {
    readonly Resources: Readonly<
      Record<string, { readonly Properties: { readonly Name: string; readonly QueryString: string } }>
    >;
  };
  return Object.values(resources).map(({ Properties: { Name, QueryString } }) => ({
    title: Name.replace(/^.*\//, ''),
    text: QueryString,
  }));
}

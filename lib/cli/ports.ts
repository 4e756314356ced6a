import { randomUUID } from 'node:crypto';
import type { AwsPlace } from '../aws/place.ts';
import type { AwsNames } from '../aws/ports.ts';
import { systemClock } from '../aws/system-clock.ts';
import { parseBaseUrl } from '../co3/base-url.ts';
import { makeCo3Client } from '../co3/client.ts';
import { makeListeningTransport } from '../co3/transport.ts';
import { makeHeardClock } from '../event/heard-clock.ts';
import { ok } from '../event/result.ts';
import { shopHttp } from '../shops/shop-http.ts';
import type { Io, Place, Ports } from './io.ts';
import { misused } from './outcome.ts';
import { readStackFile } from './stack-file.ts';

/** Finds the stacks. The AWS SDK is loaded with the first one: `preview`, `decode` and `codes` start without it. */
export const makeOpenPlace =
  (root: string, env: Io['env']): Io['place'] =>
  async (where) => {
    if (where.kind === 'aws') {
      const co3 = parseBaseUrl(env['CO3_BASE_URL'] ?? CO3);
      return co3.ok
        ? ok(await onAws(where.stage, where.region, co3.value.href))
        : misused(`CO3_BASE_URL: ${co3.problem}.`);
    }
    const stack = await readStackFile(root);
    if (!stack.ok) return stack;
    const { region, sqs, dynamodb, secrets, co3BaseUrl, table, eventsQueueUrl, deadLettersQueueUrl } = stack.value;
    const place = { region, endpoints: { sqs, dynamodb, secrets } };
    return ok({
      webhooks: stack.value.webhooks,
      shopsFile: stack.value.shopsFile,
      ...(await secretsOf(place)),
      open: () => portsOf({ table, eventsUrl: eventsQueueUrl, deadLettersUrl: deadLettersQueueUrl }, place, co3BaseUrl),
    });
  };

// As serverless.yml and the files in infra/ name them.
const SERVICE = 'co3-shop-bridge';
const CO3 = 'https://co3app.com/api/';

const onAws = async (stage: string, region: string, co3: string): Promise<Place> => {
  const place = { region, endpoints: null };
  return {
    webhooks: null,
    shopsFile: null,
    ...(await secretsOf(place)),
    open: async () => {
      const [{ makeSqsClient, PATIENT }, { readQueueUrl }] = await Promise.all([
        import('../aws/sqs-client.ts'),
        import('../aws/queue-url.ts'),
      ]);
      const sqs = makeSqsClient(PATIENT, place);
      const [eventsUrl, deadLettersUrl] = await Promise.all([
        readQueueUrl(sqs, `${SERVICE}-${stage}-events`),
        readQueueUrl(sqs, `${SERVICE}-${stage}-dead-letters`),
      ]);
      return portsOf({ table: `${SERVICE}-${stage}-ledger`, eventsUrl, deadLettersUrl }, place, co3);
    },
  };
};

const secretsOf = async (place: AwsPlace): Promise<Pick<Place, 'secrets' | 'secretSince'>> => {
  const [{ makeSecretsManager }, { makeSecretDates }] = await Promise.all([
    import('../aws/secrets-manager.ts'),
    import('../aws/secret-dates.ts'),
  ]);
  return { secrets: makeSecretsManager(place), secretSince: makeSecretDates(place) };
};

const portsOf = async (names: AwsNames, place: AwsPlace, baseUrl: string): Promise<Ports> => {
  const [{ makeAwsPorts }, { makeStackLook }] = await Promise.all([
    import('../aws/ports.ts'),
    import('../aws/stack-look.ts'),
  ]);
  const { ledger, events, secrets } = makeAwsPorts(names, place);
  const clock = systemClock;
  const heard = makeHeardClock(() => clock.now());
  const co3 = makeCo3Client({
    transport: () => makeListeningTransport((date) => heard.hear(date)),
    clock,
    random: Math.random,
    baseUrl,
    secrets,
  });
  return {
    ledger,
    events,
    co3,
    shopHttp,
    clock,
    newId: randomUUID,
    look: makeStackLook(names, place, () => clock.now()),
    co3AheadMs: () => heard.aheadMs(),
  };
};

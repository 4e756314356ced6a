import { randomUUID } from 'node:crypto';
import type { AwsPlace } from '../aws/place.ts';
import type { AwsNames } from '../aws/ports.ts';
import { ok } from '../event/result.ts';
import type { Io, Place, Ports } from './io.ts';
import { readStackFile } from './stack-file.ts';

/** Finds the stacks. The AWS SDK is loaded with the first one: `preview`, `decode` and `codes` start without it. */
export const makeOpenPlace =
  (root: string): Io['place'] =>
  async (where) => {
    if (where.kind === 'aws') return ok(await onAws(where.stage, where.region));
    const stack = await readStackFile(root);
    if (!stack.ok) return stack;
    const { region, sqs, dynamodb, secrets, table, eventsQueueUrl, deadLettersQueueUrl } = stack.value;
    const place = { region, endpoints: { sqs, dynamodb, secrets } };
    return ok({
      webhooks: stack.value.webhooks,
      shopsFile: stack.value.shopsFile,
      secrets: await secretsOf(place),
      open: () => portsOf({ table, eventsUrl: eventsQueueUrl, deadLettersUrl: deadLettersQueueUrl }, place),
    });
  };

// As serverless.yml and the files in infra/ name them.
const SERVICE = 'co3-shop-bridge';

const onAws = async (stage: string, region: string): Promise<Place> => {
  const place = { region, endpoints: null };
  return {
    webhooks: null,
    shopsFile: null,
    secrets: await secretsOf(place),
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
      return portsOf({ table: `${SERVICE}-${stage}-ledger`, eventsUrl, deadLettersUrl }, place);
    },
  };
};

const secretsOf = async (place: AwsPlace): Promise<Place['secrets']> => {
  const { makeSecretsManager } = await import('../aws/secrets-manager.ts');
  return makeSecretsManager(place);
};

const portsOf = async (names: AwsNames, place: AwsPlace): Promise<Ports> => {
  const { makeAwsPorts } = await import('../aws/ports.ts');
  const { ledger, events } = makeAwsPorts(names, place);
  return { ledger, events, newId: randomUUID };
};

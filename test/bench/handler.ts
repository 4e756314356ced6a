import { timingSafeEqual } from 'node:crypto';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { makeLog } from '../../lib/aws/log.ts';
import { IN_A_HURRY, makeSqsClient } from '../../lib/aws/sqs-client.ts';
import { makeSqsEventQueue } from '../../lib/aws/sqs-events.ts';
import { systemClock } from '../../lib/aws/system-clock.ts';
import { makeReceive } from '../../lib/receive/receive.ts';
import { SHOPIFY_SECRET, shopifyRequest, shopifySettings, signAsShopify } from '../support/webhooks.ts';
import { startAwsApart } from './aws-apart.ts';
import { compare, cpuMs } from './compare.ts';
import type { Measurement } from './measurement.ts';
import { orderBody } from './order-body.ts';

const ROWS = [3, 12, 300];

/** The whole handler, warm, with the queue behind real HTTP, against one that verifies, parses and sends the body on, and one that only sends it on. */
export const handler: Measurement = {
  name: 'handler',
  figures: async function* (effort) {
    const aws = await startAwsApart();
    const client = makeSqsClient(IN_A_HURRY, aws.place);
    const queueUrl = `${aws.endpoint}/1/events`;
    const receive = makeReceive({
      settings: shopifySettings(),
      secrets: { read: async () => JSON.stringify({ webhook: [SHOPIFY_SECRET] }) },
      events: makeSqsEventQueue({ client, queueUrl }),
      // The budget's timer would outlive each call; Lambda stops with it in its hand.
      clock: { now: systemClock.now, sleep: () => new Promise(() => undefined) },
      log: makeLog({ stage: 'bench', tracingHeader: () => undefined }),
      newTraceId: () => crypto.randomUUID(),
    });
    const sendOn = async ({ body = '' }: APIGatewayProxyEventV2) => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
      return { statusCode: 202 };
    };
    const verifyAndSendOn = (request: APIGatewayProxyEventV2) => {
      const raw = Buffer.from(request.body ?? '');
      const given = Buffer.from(request.headers['x-shopify-hmac-sha256'] ?? '');
      if (!timingSafeEqual(Buffer.from(signAsShopify(raw)), given)) throw new Error('forged');
      JSON.parse(raw.toString('utf8'));
      return sendOn(request);
    };
    for (const rows of effort.isShort ? ROWS.slice(0, 1) : ROWS) {
      const request = shopifyRequest(orderBody(rows));
      const answer = await receive(request);
      if (answer.statusCode !== 202) throw new Error(`receive answers ${answer.statusCode}`);
      // Calls that wait for a socket are too few in a turn to be compiled by it. What is done for each row is sooner.
      for (let call = 0; call < (effort.isShort ? 1_500 : 9_000) / rows; call += 1) {
        await receive(request);
        await verifyAndSendOn(request);
      }
      const subject = () => receive(request);
      yield await compare(
        { of: `order of ${rows} rows`, bar: { most: 1.3 }, subject, floor: () => verifyAndSendOn(request) },
        { ...effort, cpuMs },
      );
      if (!effort.isShort)
        yield await compare(
          { of: `order of ${rows} rows, beside sending alone`, bar: null, subject, floor: () => sendOn(request) },
          { ...effort, cpuMs },
        );
    }
    aws.stop();
    client.destroy();
  },
};

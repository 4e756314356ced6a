import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AwsPlace } from '../../lib/aws/place.ts';

export interface AnsweringAws {
  readonly place: AwsPlace;
  readonly endpoint: string;
  /** What was asked for (`AmazonSQS.SendMessage`), in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** AWS on a free port of this machine, answering every call by `answer`; undefined never answers. */
export const startAws = async (
  answer: (target: string, body: string) => { readonly status: number; readonly body: unknown } | undefined,
): Promise<AnsweringAws> => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    asked.push(target);
    const given = answer(target, await text(request));
    if (given === undefined) return;
    response.writeHead(given.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    place: { region: 'eu-central-1', endpoints: { sqs: endpoint, dynamodb: endpoint, secrets: endpoint } },
    endpoint,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

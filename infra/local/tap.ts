import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type AwsCall, readAwsCall } from './aws-call.ts';

export interface TapDeps {
  /** Where each service really is. */
  readonly services: Readonly<Record<string, string>>;
  readonly hear: (call: AwsCall) => void;
}

/** Stands before the services of this machine, hears each call and hands it on. */
export const makeTap = (deps: TapDeps): Server =>
  createServer((request, response) => {
    handOn(deps, request, response).catch((problem: unknown) => {
      response.writeHead(502).end(String(problem));
    });
  });

const handOn = async (
  { services, hear }: TapDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await buffer(request);
  const call = readAwsCall(request.headers, body.toString('utf8'));
  const service = services[call.service];
  if (service === undefined) throw new Error(`${call.service} is not part of the local stack`);
  hear(call);
  const answer = await fetch(service, { method: 'POST', headers: toHeaders(request), body });
  const headers = [...answer.headers].filter(([name]) => !OF_ONE_CONNECTION.has(name));
  response.writeHead(answer.status, Object.fromEntries(headers)).end(await answer.bytes());
};

const OF_ONE_CONNECTION = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

const toHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      OF_ONE_CONNECTION.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );

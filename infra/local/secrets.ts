import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isTree, LOCAL_AWS_ACCOUNT } from './intrinsics.ts';
import { closeServer, listenNear } from './listen.ts';
import type { LocalService } from './services.ts';

/** The secrets on the wanted port, or on a free one where that is taken. */
export const startSecrets = async (
  wantedPort: number,
  values: Readonly<Record<string, string>>,
): Promise<LocalService> => {
  const server = makeSecretsServer(values);
  const address = await listenNear(server, wantedPort);
  return { address, stop: () => closeServer(server) };
};

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The part of the Secrets Manager protocol that is needed here: GetSecretValue, and PutSecretValue so that a wrong
 * password can be tried.
 */
export const makeSecretsServer = (initial: Readonly<Record<string, string>>): Server => {
  const secrets = new Map(Object.entries(initial).map(([name, text]) => [name, heldNow(text)]));
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const action = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
    return answerSecrets(secrets, action, parseJson(await text(request)));
  };
  return createServer((request, response) => {
    answer(request).then(
      (reply) => send(response, reply),
      () => send(response, refuse('InternalServiceError', 'the request could not be read')),
    );
  });
};

interface Held {
  readonly text: string;
  /** In seconds, as the protocol has it. */
  readonly since: number;
}

const heldNow = (text: string): Held => ({ text, since: Date.now() / 1_000 });

const answerSecrets = (secrets: Map<string, Held>, action: string, input: unknown): Reply => {
  if (action !== 'GetSecretValue' && action !== 'PutSecretValue')
    return refuse('InvalidRequestException', `${action} is not part of the local stack`);
  const { SecretId: id, SecretString: value } = isTree(input) ? input : {};
  if (typeof id !== 'string') return refuse('InvalidParameterException', 'SecretId is missing');
  const name = id.replace(/^arn:.*:secret:/, '');
  const held = secrets.get(name);
  if (held === undefined)
    return refuse('ResourceNotFoundException', `Secrets Manager can't find the specified secret ${name}.`);
  const described = { ARN: `arn:aws:secretsmanager:local:${LOCAL_AWS_ACCOUNT}:secret:${name}`, Name: name };
  const version = { VersionId: 'local', VersionStages: ['AWSCURRENT'] };
  if (action === 'GetSecretValue')
    return { status: 200, body: { ...described, ...version, SecretString: held.text, CreatedDate: held.since } };
  if (typeof value !== 'string') return refuse('InvalidParameterException', 'SecretString is missing');
  secrets.set(name, heldNow(value));
  return { status: 200, body: { ...described, ...version } };
};

const refuse = (type: string, message: string): Reply => ({ status: 400, body: { __type: type, Message: message } });

const send = (response: ServerResponse, { status, body }: Reply): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
};

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

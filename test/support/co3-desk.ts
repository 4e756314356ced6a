import { createHash } from 'node:crypto';
import type { Account } from '../../infra/local/co3/account.ts';
import { addSampleAccount, SAMPLE_ACCOUNT } from '../../infra/local/co3/sample.ts';
import type { Co3Simulator } from '../../infra/local/co3/simulator.ts';
import type { TransportAnswer } from '../../lib/co3/transport.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Tags and their values in order; a list of such lists is a group of rows. */
export type Params = readonly (readonly [tag: string, value: string | readonly Params[]])[];

/** Somebody who writes requests to CO3 by hand, with a session and at a decent pace. */
export interface Co3Desk {
  readonly simulator: Co3Simulator;
  readonly account: Account;
  readonly clock: VirtualClock;
  /** A call of the signed-in user, a second after the last. */
  call(resource: string, method: string, params: Params): Promise<TransportAnswer>;
  /** The body as it is, at once. */
  post(resource: string, body: string): Promise<TransportAnswer>;
  /** The session key that calls bear. */
  session(): string;
}

export type Post = (path: string, body: string) => Promise<TransportAnswer>;

export const makeCo3Desk = async (simulator: Co3Simulator, clock: VirtualClock, send: Post): Promise<Co3Desk> => {
  const account = addSampleAccount(simulator, SAMPLE_ACCOUNT, clock.now());
  const post: Co3Desk['post'] = (resource, body) => send(`/api/${resource}`, body);
  const signedIn = await post(
    'authenticate',
    toBody('authenticate', [['api_key', SAMPLE_ACCOUNT.apiKey], ...PASSWORD]),
  );
  const session = signedIn.kind === 'answered' ? (/[0-9a-f]{32}/.exec(signedIn.body)?.[0] ?? '') : '';
  return {
    simulator,
    account,
    clock,
    post,
    session: () => session,
    call: (resource, method, params) => {
      clock.advance(1001);
      const keys: Params = [
        ['api_key', SAMPLE_ACCOUNT.apiKey],
        ['session_key', session],
      ];
      return post(resource, toBody(method, [...keys, ...params]));
    },
  };
};

export const md5Of = (text: string): string => createHash('md5').update(text).digest('hex');

export const PASSWORD: Params = [
  ['username', 'bridge'],
  ['password', md5Of('sample-password')],
];

export const toBody = (method: string, params: Params): string =>
  `<?xml version="1.0" encoding="utf-8"?><command><${method}>${params.map(toElement).join('')}</${method}></command>`;

/** The same parameters with other values, in the place of the old ones or at the end. */
export const withTags = (params: Params, values: Readonly<Record<string, string>>): Params => [
  ...params.filter(([tag]) => !Object.hasOwn(values, tag)),
  ...Object.entries(values),
];

export const withoutTag = (params: Params, tag: string): Params => params.filter(([name]) => name !== tag);

const toElement = ([tag, value]: Params[number]): string => {
  if (typeof value === 'string') return `<${tag}><![CDATA[${value}]]></${tag}>`;
  return `<${tag}>${value.map((row) => `<item>${row.map(toElement).join('')}</item>`).join('')}</${tag}>`;
};

import * as z from 'zod/mini';
import { parseBudapest } from '../budapest-time.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, NotTold } from '../shop-fetch.ts';
import { parseXml, type XmlNode } from '../xml.ts';

export const unasApi = z.lazy(() => z.strictObject({ apiKey: z.string().check(z.minLength(1)) }));
export type UnasApi = z.output<typeof unasApi>;

const BASE = 'https://api.unas.eu/shop/';
/** A token is good for two hours. */
const SESSION_MS = 115 * 60_000;
/** UNAS bans who fails to sign in more than five times an hour. */
const AFTER_REFUSAL_MS = 20 * 60_000;

type Answered = { readonly kind: 'root'; readonly root: XmlNode } | { readonly kind: 'error' } | NotTold;

/** Posts the document with the token that there is, or signs in. A token that is not taken any more is renewed once. */
export const askUnas = async (
  caller: ApiCaller,
  api: UnasApi,
  method: string,
  document: string,
): Promise<Exclude<Answered, { kind: 'error' }>> => {
  const kept = caller.session()?.token;
  if (kept !== undefined) {
    const answer = await post(caller, method, document, kept);
    if (answer.kind !== 'error') return answer;
    caller.keep(null);
  }
  const signedIn = await signIn(caller, api);
  if (typeof signedIn !== 'string') return signedIn;
  const answer = await post(caller, method, document, signedIn);
  return answer.kind === 'error' ? { kind: 'unreadable', detail: `UNAS answers ${method} with an error` } : answer;
};

/** Text as it may stand in an element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));

const signIn = async (caller: ApiCaller, { apiKey }: UnasApi): Promise<string | NotTold> => {
  const answer = await post(caller, 'login', `<Params><ApiKey>${escapeXml(apiKey)}</ApiKey></Params>`, null);
  const token = answer.kind === 'root' ? answer.root.children.find(({ name }) => name === 'Token')?.text : undefined;
  if (answer.kind !== 'root' && answer.kind !== 'error') return answer;
  if (token === undefined || token === '')
    return { kind: 'refused', detail: 'UNAS does not take the API key', until: caller.now() + AFTER_REFUSAL_MS };
  caller.keep({ token, until: caller.now() + SESSION_MS });
  return token;
};

const post = async (caller: ApiCaller, method: string, document: string, token: string | null): Promise<Answered> => {
  const body = `<?xml version="1.0" encoding="UTF-8"?>${document}`;
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/xml', ...authorization };
  return toAnswered(await caller.call({ method: 'POST', url: `${BASE}${method}`, headers, body }), caller.now());
};

/** Errors are a root element of that name, with whatever status. */
const toAnswered = (answer: ApiAnswer, now: number): Answered => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'UNAS gave no answer', until: null };
  const { status, body, retryAfter } = answer;
  const parsed = parseXml(body);
  if (!parsed.ok && (status === 401 || status === 403)) return { kind: 'error' };
  if (!parsed.ok)
    return { kind: 'later', detail: `UNAS answered with no XML (status ${status})`, until: retryAt(retryAfter, now) };
  if (parsed.value.name !== 'Error') return { kind: 'root', root: parsed.value };
  const banned = /banned till (\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}(?::\d{2})?)/i.exec(parsed.value.text);
  if (banned === null && !/too much/i.test(parsed.value.text)) return { kind: 'error' };
  const [, month, day, year, time] = banned ?? [];
  const until = parseBudapest(`${year}.${month}.${day} ${time}`);
  return {
    kind: 'later',
    detail: 'UNAS has banned our address for too many calls',
    until: until === undefined ? null : Date.parse(until),
  };
};

import { fail, ok, type Result } from '../../event/result.ts';

/** The address that a shop posts to, from any of its forms: `https://host`, `…/webhooks`, `…/webhooks/{shop}` or the whole. */
export const toWebhookUrl = (given: string, shop: string): Result<string, string> => {
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    return fail(`${given} is no address. Give one such as https://….amazonaws.com/webhooks/{shop}.`);
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(given)))
    return fail(`${given} is not https. An order holds a person’s data, so it goes over TLS, or to this machine.`);
  const path = decodeURIComponent(url.pathname).replace(/\/+$/, '');
  if (path.endsWith('/{shop}')) url.pathname = `${path.slice(0, -'{shop}'.length)}${shop}`;
  else if (path.endsWith('/webhooks')) url.pathname = `${path}/${shop}`;
  else if (path === '') url.pathname = `/webhooks/${shop}`;
  return ok(url.href);
};

/** The address with what a shop adds to it. Never shown: it may be a secret. */
export const withQuery = (address: string, query: Readonly<Record<string, string>>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

/** Whether the address is one of this very machine. */
export const isLoopback = (address: string): boolean => LOOPBACK.has(new URL(address).hostname);

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

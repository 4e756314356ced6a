import { fail, ok, type Result } from '../event/result.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** CO3's address with a slash at its end. Only TLS, or plain HTTP to this very machine: keys and buyers' data travel there. */
export const parseBaseUrl = (text: string): Result<URL, string> => {
  if (!URL.canParse(text)) return fail('CO3 base URL is no URL; CO3 itself is at https://co3app.com/api/');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return fail('CO3 base URL must not hold a user or a password');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname)))
    return fail(`CO3 base URL must be https; http goes to this machine only, not to ${url.hostname}`);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return ok(url);
};

import type { ApiAnswer, ApiCaller, ApiRequest, ApiSession } from '../../lib/shops/shop-fetch.ts';

/** A caller that is answered from a script; one that runs out throws. */
export const scriptedCaller = (answers: readonly ApiAnswer[], session: ApiSession | null = null, now = 0) => {
  const requests: ApiRequest[] = [];
  let kept = session;
  const caller: ApiCaller = {
    call: async (request) => {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) throw new Error(`nothing is scripted for ${request.method} ${request.url}`);
      return answer;
    },
    session: () => kept,
    keep: (one) => {
      kept = one;
    },
    now: () => now,
  };
  return { caller, requests, kept: () => kept };
};

export const answer = (body: string | Uint8Array, status = 200, retryAfter: string | null = null): ApiAnswer => ({
  kind: 'answered',
  status,
  body: typeof body === 'string' ? Buffer.from(body) : body,
  retryAfter,
});

/** What the bridge's answer to a webhook means, and what to do about it. */
export const answerText = (status: number): string =>
  ANSWERS[status] ??
  (status >= 500
    ? 'The functions do not work. Look into their logs (docs/operations.md).'
    : 'That is no answer of the bridge. Look at the address.');

const ANSWERS: Readonly<Record<number, string>> = {
  200: 'Taken.',
  202: 'Taken: it is verified and in the queue.',
  400: 'A header that is needed is missing. Look whether something on the way takes headers out.',
  401: 'The signature is wrong: the bridge knows another secret of this shop. Compare the shop’s secret in Secrets Manager.',
  404: 'The bridge does not know this shop. Look at its shops.yml, and deploy it.',
  413: 'The body is over 6 MB.',
  503: 'The queue or the secrets did not answer in time. Send it again; a shop does so by itself.',
};

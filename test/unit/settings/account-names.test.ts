import { expect, it } from 'vitest';
import { parseAccountNames } from '../../../lib/settings/account-names.ts';

it('names the accounts, whatever stands in them', () => {
  const names = parseAccountNames('accounts: { acme: { currency: HUF }, beta: 7 }\nshops: [1]');

  expect(names).toStrictEqual({ ok: true, value: ['acme', 'beta'] });
});

it.each([
  ['accounts: {}', 'it names no account'],
  ['shops: {}', 'it names no account'],
  ['accounts: {', /^✖ line 1, column \d+: /],
])('says what is wrong with %j', (yaml, problem) => {
  const names = parseAccountNames(yaml);

  expect(names).toStrictEqual({
    ok: false,
    problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
  });
});

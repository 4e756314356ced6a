import { expect, it } from 'vitest';
import { makeAccount } from '../../../../infra/local/co3/account.ts';
import { makeRandom } from '../../../../infra/local/co3/random.ts';
import { SAMPLE_ACCOUNT } from '../../../../infra/local/co3/sample.ts';
import { makeSessions } from '../../../../infra/local/co3/sessions.ts';
import { md5Of } from '../../../support/co3-desk.ts';

const [USER] = SAMPLE_ACCOUNT.users;

it('knows the user by the key for five minutes, however often it is used', () => {
  const { sessions, account, key } = signedIn();

  const found = [0, 299_999, 300_000].map((at) => sessions.userOf(account, key, at));

  expect(found.map((result) => ('user' in result ? result.user.username : result.code))).toStrictEqual([
    'bridge',
    'bridge',
    10,
  ]);
});

it('lets no other account use the key', () => {
  const { sessions, key } = signedIn();

  const found = sessions.userOf(makeAccount({ ...SAMPLE_ACCOUNT, name: 'other' }), key, 0);

  expect(found).toMatchObject({ code: 6 });
});

it('ends the session of a user that is taken away', () => {
  const { sessions, account, key } = signedIn();
  account.options = { ...account.options, users: [] };

  expect(sessions.userOf(account, key, 0)).toMatchObject({ code: 6 });
});

it.each([
  ['a wrong password', 'bridge', md5Of('wrong')],
  ['the password itself', 'bridge', 'sample-password'],
  ['the MD5 in capitals', 'bridge', md5Of('sample-password').toUpperCase()],
  ['an unknown user', 'nobody', md5Of('sample-password')],
])('lets nobody in with %s', (_what, username, password) => {
  const { sessions, account } = signedIn();

  expect(sessions.signIn(account, username, password, 0)).toMatchObject({ code: 7 });
});

it('gives each sign-in a key of its own and counts those that last', () => {
  const { sessions, account, key } = signedIn();
  const second = sessions.signIn(account, 'bridge', md5Of('sample-password'), 200_000);

  expect(second).not.toStrictEqual({ key });
  expect([sessions.count(200_000), sessions.count(300_000), sessions.count(500_000)]).toStrictEqual([2, 1, 0]);
});

const signedIn = () => {
  const sessions = makeSessions(makeRandom(1));
  const account = makeAccount(SAMPLE_ACCOUNT);
  const session = sessions.signIn(account, USER?.username ?? '', md5Of(USER?.password ?? ''), 0);
  if (!('key' in session)) throw new Error(session.text);
  return { sessions, account, key: session.key };
};

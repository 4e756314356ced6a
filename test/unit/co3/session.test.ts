import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { isFresh, md5Of, readSessionKey, toSignIn } from '../../../lib/co3/session.ts';
import { parseXml } from '../../../lib/co3/xml.ts';

describe('isFresh', () => {
  it('renews a minute before CO3 ends the session', () => {
    expect(isFresh({ key: 'k', since: 1_000 }, 240_999)).toBe(true);
    expect(isFresh({ key: 'k', since: 1_000 }, 241_000)).toBe(false);
  });
});

describe('toSignIn', () => {
  it('sends the user and the MD5 of the password, never the password', () => {
    expect(toSignIn({ apiKey: 'a', username: 'kata', password: 'titok' }, PLAIN_CONTRACT)).toStrictEqual({
      method: 'authenticate',
      parameters: [
        { tag: 'username', form: 'text', value: 'kata' },
        { tag: 'password', form: 'text', value: '201016e8206a5f42aa527090511504d5' },
      ],
    });
  });
});

describe('md5Of', () => {
  it('reckons with UTF-8, in the letters that the contract says', () => {
    expect(md5Of('jelszó', 'lower')).toBe('441b5ddfa7dffbc7bed9564da24a13f6');
    expect(md5Of('jelszó', 'upper')).toBe('441B5DDFA7DFFBC7BED9564DA24A13F6');
  });
});

describe('readSessionKey', () => {
  it.each([
    ['under its tag', '<response><session_key> k1 </session_key></response>'],
    ['under its tag in CDATA', '<response>\n<session_key><![CDATA[k1]]></session_key>\n</response>'],
    ['deeper', '<response><authenticate><session_key>k1</session_key></authenticate></response>'],
    ['bare in the root', '<response>\n  k1\n</response>'],
  ])('finds the key %s', (_what, xml) => {
    expect(keyOf(xml)).toStrictEqual({ ok: true, value: 'k1' });
  });

  it.each([
    ['no text', '<response/>'],
    ['an empty key', '<response><session_key></session_key></response>'],
    ['other elements alone', '<response><user>kata</user></response>'],
    ['a sentence', '<response>signed in as kata</response>'],
  ])('finds none in %s', (_what, xml) => {
    expect(keyOf(xml)).toStrictEqual({ ok: false, problem: 'the answer to the sign-in bears no session key' });
  });
});

const keyOf = (xml: string) => {
  const parsed = parseXml(xml);
  return parsed.ok ? readSessionKey(parsed.value, PLAIN_CONTRACT) : parsed;
};

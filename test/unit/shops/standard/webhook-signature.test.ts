import { describe, expect, it } from 'vitest';
import { standard } from '../../../../lib/shops/standard/standard.ts';
import {
  STANDARD_NOW as NOW,
  STANDARD_SECONDS as SECONDS,
  STANDARD_SECRET as SECRET,
  signAsStandard,
} from '../../../support/standard-webhooks.ts';
import { webhookFixture } from '../../../support/webhooks.ts';

const RAW = webhookFixture('standard/order.short.json');
const GOOD = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': SECONDS,
  'webhook-signature': signAsStandard(RAW, 'msg_1', SECONDS),
};

describe('verify', () => {
  it.each([
    ['one signature', {}],
    ['the last of several', { 'webhook-signature': `v1,AAAA v1a,BBBB ${GOOD['webhook-signature']}` }],
    ['the first of several', { 'webhook-signature': `${GOOD['webhook-signature']} v1,AAAA` }],
    ['one between blanks', { 'webhook-signature': ` ${GOOD['webhook-signature']}  ` }],
  ])('finds a message genuine by %s', (_case, headers) => {
    const verdict = verdictOf({ ...GOOD, ...headers }, [SECRET]);

    expect(verdict).toBe('genuine');
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('finds a message without %s unsigned', (name) => {
    const headers = new Map(Object.entries(GOOD));
    headers.delete(name);

    const verdicts = [
      standard.verify({ raw: RAW, headers, query: {} }, [SECRET], NOW),
      verdictOf({ ...GOOD, [name]: '' }, [SECRET]),
    ];

    expect(verdicts).toStrictEqual(['unsigned', 'unsigned']);
  });

  it.each([
    ['of another id', { 'webhook-id': 'msg_2' }],
    ['of another second', { 'webhook-timestamp': String(Number(SECONDS) + 1) }],
    ['of a version that is not known', { 'webhook-signature': GOOD['webhook-signature'].replace('v1,', 'v2,') }],
    ['of another version', { 'webhook-signature': GOOD['webhook-signature'].replace('v1,', 'v1a,') }],
    ['without its version', { 'webhook-signature': GOOD['webhook-signature'].replace('v1,', '') }],
    ['of nothing', { 'webhook-signature': 'v1,' }],
    ['cut off', { 'webhook-signature': GOOD['webhook-signature'].slice(0, -1) }],
    ['with the seconds written otherwise', { 'webhook-timestamp': `0${SECONDS}` }],
  ])('finds a signature %s forged', (_case, headers) => {
    const verdict = verdictOf({ ...GOOD, ...headers }, [SECRET]);

    expect(verdict).toBe('forged');
  });

  it.each([
    [-300, 'genuine'],
    [300, 'genuine'],
    [-301, 'forged'],
    [301, 'forged'],
  ])('takes a message whose own time is %d seconds off as %s', (seconds, expected) => {
    const timestamp = String(Number(SECONDS) + seconds);

    const verdict = verdictOf(signedAt(timestamp), [SECRET]);

    expect(verdict).toBe(expected);
  });

  it.each(['', ' ', 'now', `${SECONDS}.5`, `-${SECONDS}`, `${SECONDS}000`, '1e9', `0x${SECONDS}`])(
    'takes %j for no time, however well it is signed',
    (timestamp) => {
      const verdict = verdictOf(signedAt(timestamp), [SECRET]);

      expect(verdict).toBe(timestamp === '' ? 'unsigned' : 'forged');
    },
  );

  it('takes no id with a full stop, which would leave open where the id ends', () => {
    const headers = { ...GOOD, 'webhook-id': 'a.b', 'webhook-signature': signAsStandard(RAW, 'a.b', SECONDS) };

    const verdict = verdictOf(headers, [SECRET]);

    expect(verdict).toBe('forged');
  });

  it('takes any of several secrets, and with none finds everything forged', () => {
    const other = secretOf(32);

    const verdicts = [[other, SECRET], [SECRET, other], [other], []].map((secrets) => verdictOf(GOOD, secrets));

    expect(verdicts).toStrictEqual(['genuine', 'genuine', 'forged', 'forged']);
  });

  it('takes a secret without its prefix', () => {
    const verdict = verdictOf(GOOD, [SECRET.replace('whsec_', '')]);

    expect(verdict).toBe('genuine');
  });

  it.each([
    ['of 24 bytes', secretOf(24), 'genuine'],
    ['of 64 bytes', secretOf(64), 'genuine'],
    ['of 23 bytes', secretOf(23), 'forged'],
    ['of 65 bytes', secretOf(65), 'forged'],
    ['that is no base64', 'hush-hush, hush-hush, hush-hush-', 'forged'],
    ['with a character between that is no base64', `${secretOf(32).slice(0, 20)}!${secretOf(32).slice(20)}`, 'forged'],
    ['in the alphabet of addresses', `whsec_${Buffer.alloc(32, 0xff).toString('base64url')}`, 'forged'],
    ['that is empty', 'whsec_', 'forged'],
  ])('signs and verifies with a secret %s: %s gives %s', (_case, secret, expected) => {
    const { headers } = standard.sign(RAW, secret, '', NOW);

    const verdict = verdictOf(headers, [secret]);

    expect(verdict).toBe(expected);
  });
});

describe('sign', () => {
  it('gives a message the headers of the specification, and its bytes always the same id', () => {
    const { headers, query } = standard.sign(RAW, SECRET, 'order.paid', NOW);

    const id = headers['webhook-id'] ?? '';
    expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
    expect({ headers, query }).toStrictEqual({
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': SECONDS,
        'webhook-signature': signAsStandard(RAW, id, SECONDS),
      },
      query: {},
    });
    expect(standard.sign(RAW, SECRET, '', NOW + 60_000).headers['webhook-id']).toBe(id);
    expect(standard.sign(Buffer.from('{}'), SECRET, '', NOW).headers['webhook-id']).not.toBe(id);
  });

  it('bears no signature where the secret can sign nothing', () => {
    const { headers } = standard.sign(RAW, secretOf(23), 'order.paid', NOW);

    expect(headers['webhook-signature']).toBe('v1,');
  });
});

const verdictOf = (headers: Readonly<Record<string, string>>, secrets: readonly string[]) =>
  standard.verify({ raw: RAW, headers: new Map(Object.entries(headers)), query: {} }, secrets, NOW);

const signedAt = (timestamp: string) => ({
  ...GOOD,
  'webhook-timestamp': timestamp,
  'webhook-signature': signAsStandard(RAW, 'msg_1', timestamp),
});

function secretOf(bytes: number): string {
  return `whsec_${Buffer.alloc(bytes, 'k').toString('base64')}`;
}

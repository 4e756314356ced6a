import { describe, expect, it } from 'vitest';
import { type ReadAnswer, readAnswer } from '../../../lib/co3/answer.ts';
import { command } from '../../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';

const SET = command('setContact', [{ tag: 'contact_email', form: 'text', value: 'not-an-email' }]);
const GET = command('getContact', [{ tag: 'contact_id', form: 'bare', value: '7' }]);

describe('readAnswer of a set call', () => {
  it.each([
    ['a result and the id', '<result>OK</result><contact_id>12</contact_id>', '12'],
    ['a result in small letters', '<result> ok </result><id>12</id>', '12'],
    ['a result in CDATA', '<result>\n<![CDATA[OK]]>\n</result>', null],
    ['a result alone', '<result>OK</result>', null],
    ['a result and no positive id', '<result>OK</result><contact_id>0</contact_id>', null],
    ['the id alone', '<contact_id>12</contact_id>', '12'],
    ['an id of one digit', '<contact_id>7</contact_id>', '7'],
    ['an id of three digits', '<contact_id>120</contact_id>', '120'],
    ['an id between spaces', '<contact_id>\n 12 </contact_id>', '12'],
    ['the id under `id`', '<id>12</id>', '12'],
    ['the id two deep', '<setContact><contact_id>12</contact_id></setContact>', '12'],
    ['the id three deep', '<setContact><contact><id>12</id></contact></setContact>', '12'],
    ['the contract’s tag before `id`', '<id>1</id><a><contact_id>12</contact_id></a>', '12'],
    ['the id that is nearest to the root', '<contact_id>12</contact_id><a><contact_id>3</contact_id></a>', '12'],
    ['the same id twice', '<a><id>12</id></a><b><id>12</id></b>', '12'],
    ['two ids, of which neither is taken', '<a><id>12</id></a><b><id>13</id></b>', null],
    ['an empty error block', '<result>OK</result><error><code></code><description/></error>', null],
  ])('is acknowledged by %s', (_what, inner, id) => {
    expect(read(inner)).toStrictEqual({ kind: 'acknowledged', id });
  });

  it.each([
    ['nothing', ''],
    ['an id of 0', '<contact_id>0</contact_id>'],
    ['an id that is no number', '<contact_id>x12</contact_id>'],
    ['an id that does not end as a number', '<contact_id>12x</contact_id>'],
    ['a negative id', '<contact_id>-12</contact_id>'],
    ['an id four deep', '<a><b><c><contact_id>12</contact_id></c></b></a>'],
    ['an error without a code', '<error>Hiba</error>'],
    ['an empty result', '<result></result>'],
  ])('is unreadable with %s', (_what, inner) => {
    expect(read(inner)).toStrictEqual({ kind: 'unreadable', status: 200, why: 'neither OK nor an id nor an error' });
  });

  it('is unreadable where it both acknowledges and refuses', () => {
    expect(read('<result>OK</result><a><result>ERROR</result></a>')).toStrictEqual({
      kind: 'unreadable',
      status: 200,
      why: 'both an acknowledgement and a refusal',
    });
  });

  it('is refused without a code where the result is another than OK, whatever id stands there', () => {
    const answer = read('<result>ERROR</result><description>\n Hiba </description><contact_id>12</contact_id>');

    expect(codesOf(answer)).toStrictEqual([null]);
    expect(answer).toMatchObject({ errors: [{ name: 'RefusedWithoutCode', text: 'ERROR: Hiba' }] });
  });

  it('looks for the id under the account’s own tag', () => {
    const contract = toContract({ setContact: { idTag: 'partner' }, values: { result: { OK: 'SUCCESS' } } });

    const answer = contract.ok
      ? readAnswer(200, respond('<result>success</result><partner>12</partner><id>3</id>'), SET, contract.value)
      : undefined;

    expect(answer).toStrictEqual({ kind: 'acknowledged', id: '12' });
  });
});

describe('readAnswer of an error', () => {
  it('decodes it against what was sent', () => {
    const answer = read('<error><code>22</code><description><![CDATA[Invalid e-mail address]]></description></error>');

    expect(answer).toMatchObject({
      kind: 'refused',
      errors: [
        {
          code: 22,
          name: 'InvalidEmail',
          text: 'Invalid e-mail address',
          fields: [{ tag: 'contact_email', path: 'buyer.email', value: 'not-an-email' }],
        },
      ],
    });
  });

  it.each([
    ['at any depth', '<a><b><c><d><error><code>22</code></error></d></c></b></a>', [22]],
    ['several at once', '<errors><error><code>4</code></error><error><code> 22 </code></error></errors>', [4, 22]],
    ['beside an acknowledgement', '<result>OK</result><contact_id>1</contact_id><error><code>22</code></error>', [22]],
    ['of an unknown number', '<error><code>999</code></error>', [999]],
    ['whose code is no number', '<error><code>E22</code><description>Hiba</description></error>', [null]],
  ])('reads it %s', (_what, inner, codes) => {
    expect(codesOf(read(inner))).toStrictEqual(codes);
    expect(codesOf(readAnswer(200, respond(inner), GET, PLAIN_CONTRACT))).toStrictEqual(codes);
  });

  it.each([
    ['a number and blanks around the text', '<code>22</code><description>\n Hiba </description>', 22, 'Hiba'],
    ['a number alone', '<code>22</code>', 22, ''],
    ['no number', '<code>E22</code><description>Hiba</description>', null, 'E22: Hiba'],
    ['what only begins as a number', '<code>22a</code><description>Hiba</description>', null, '22a: Hiba'],
    ['more digits than any code has', '<code>1000000</code>', null, '1000000: '],
  ])('keeps what CO3 said beside %s', (_what, inner, code, text) => {
    expect(read(`<error>${inner}</error>`)).toMatchObject({ kind: 'refused', errors: [{ code, text }] });
  });

  it.each([400, 403, 404, 429, 500, 503])('reads the body first when the status is %i', (status) => {
    expect(codesOf(readAnswer(status, respond('<error><code>22</code></error>'), SET, PLAIN_CONTRACT))).toStrictEqual([
      22,
    ]);
  });
});

describe('readAnswer of another status than 200', () => {
  it('takes 429 without a code for too many requests', () => {
    expect(codesOf(readAnswer(429, '<html></html>', SET, PLAIN_CONTRACT))).toStrictEqual([8]);
    expect(codesOf(readAnswer(429, 'slow down', SET, PLAIN_CONTRACT))).toStrictEqual([8]);
    expect(readAnswer(429, respond(''), SET, PLAIN_CONTRACT)).toMatchObject({
      errors: [{ code: 8, text: 'HTTP 429' }],
    });
  });

  it.each([201, 302, 404, 500, 503])('does not believe an acknowledgement with %i', (status) => {
    expect(readAnswer(status, respond('<result>OK</result>'), SET, PLAIN_CONTRACT)).toStrictEqual({
      kind: 'unreadable',
      status,
      why: `HTTP ${status} without an error code`,
    });
  });
});

describe('readAnswer of a get call', () => {
  it('gives the data', () => {
    expect(
      readAnswer(200, respond('<contact><contact_email>a</contact_email></contact>'), GET, PLAIN_CONTRACT),
    ).toStrictEqual({
      kind: 'data',
      root: {
        name: 'response',
        text: '',
        children: [{ name: 'contact', text: '', children: [{ name: 'contact_email', text: 'a', children: [] }] }],
      },
    });
  });

  it.each(['<error>Hiba</error>', '<error><description>Hiba</description></error>'])('is no data with %s', (error) => {
    expect(readAnswer(200, respond(error), GET, PLAIN_CONTRACT)).toStrictEqual({
      kind: 'unreadable',
      status: 200,
      why: 'an error without a code',
    });
  });

  it.each(['<error/>', '<error>\n</error>', '<error><code/><description/></error>'])(
    'gives the data beside an empty %s',
    (error) => {
      expect(readAnswer(200, respond(error), GET, PLAIN_CONTRACT).kind).toBe('data');
    },
  );

  it('does not take a result among the data for a refusal', () => {
    const answer = readAnswer(200, respond('<contact><result>lost</result></contact>'), GET, PLAIN_CONTRACT);

    expect(answer.kind).toBe('data');
  });
});

describe('readAnswer of what is no answer of CO3', () => {
  it.each([
    ['an empty body', 200, '', 'empty'],
    ['a gateway’s page', 502, '<html><body>Bad gateway</body></html>', 'another root element than that of an answer'],
    ['an answer that is cut off', 200, '<response><result>OK</result><contact_id>1', 'not XML: InvalidXml in line 1'],
    ['a DOCTYPE', 200, '<!DOCTYPE x><response><result>OK</result></response>', 'not XML, or with a DOCTYPE'],
    ['other bytes than UTF-8', 200, Uint8Array.of(0xff, 0xfe, 0x3c), 'not UTF-8'],
  ])('is unreadable: %s', (_what, status, body, why) => {
    expect(readAnswer(status, body, SET, PLAIN_CONTRACT)).toStrictEqual({ kind: 'unreadable', status, why });
  });

  it('never reads a part of an acknowledgement as one, wherever it is cut off', () => {
    const whole = respond('<result>OK</result><contact_id>1234</contact_id>');

    const kinds = Array.from(
      { length: whole.length },
      (_, end) => readAnswer(200, whole.slice(0, end), SET, PLAIN_CONTRACT).kind,
    );

    expect(new Set(kinds)).toStrictEqual(new Set(['unreadable']));
  });
});

const respond = (inner: string): string => `<?xml version="1.0" encoding="utf-8"?>\n<response>\n${inner}\n</response>`;

const read = (inner: string): ReadAnswer => readAnswer(200, respond(inner), SET, PLAIN_CONTRACT);

const codesOf = (answer: ReadAnswer): readonly (number | null)[] | string =>
  answer.kind === 'refused' ? answer.errors.map(({ code }) => code) : answer.kind;

it.each([
  ['setContact', 262_144, 'acknowledged'],
  ['setContact', 262_145, 'unreadable'],
  ['getContacts', 300_000, 'data'],
] as const)('an answer of %s of %i characters is %s', (method, length, kind) => {
  const answer = readAnswer(200, long(length), command(method, []), PLAIN_CONTRACT);

  expect(answer.kind).toBe(kind);
});

it('says of an acknowledgement that is too long how long it may be', () => {
  expect(readAnswer(200, long(262_145), SET, PLAIN_CONTRACT)).toStrictEqual({
    kind: 'unreadable',
    status: 200,
    why: 'more than 262144 characters for an acknowledgement',
  });
});

function long(length: number): string {
  const whole = '<response><result>OK</result><note></note></response>';
  return whole.replace('</note>', `${'x'.repeat(length - whole.length)}</note>`);
}

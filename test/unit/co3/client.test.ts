import { describe, expect, it } from 'vitest';
import { type Co3Connection, type LaneMemory, makeCo3Client } from '../../../lib/co3/client.ts';
import { command } from '../../../lib/co3/command.ts';
import type { HeardRequest } from '../../../lib/co3/paced-sender.ts';
import type { SecretStore } from '../../../lib/settings/secrets.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import {
  answered,
  neverLeft,
  noAnswer,
  refused,
  type Scripted,
  type ScriptedCo3,
  scriptedCo3,
  signedIn,
} from '../../support/scripted-co3.ts';
import { makeVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

const START = 1_800_000_000_000;
const ACCOUNT: AccountSettings = {
  id: 'acme',
  secret: 'co3-bridge/acme',
  currency: 'HUF',
  seller: { country: 'HU' },
  readBack: { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 },
  contract: {},
};
const FIRST_SECRET = { apiKey: 'api-key-one', username: 'kata', password: 'titok' };
const SECOND_SECRET = { apiKey: 'api-key-two', username: 'kata', password: 'titkosabb' };
const READ = command('getHistoryTypes', []);
const WRITE = command('setContact', [{ tag: 'contact_id', form: 'bare', value: '0' }]);
const NEW_LANE: LaneMemory = { session: null, answeredAt: [], calls: [] };
const DONE = answered('<result>OK</result><contact_id>5</contact_id>');
const ACKNOWLEDGED = { kind: 'acknowledged', id: '5' };

describe('a call', () => {
  it('signs in first where there is no session', async () => {
    const { co3, connection } = open([signedIn('S1'), DONE]);

    const answer = await connection.call(WRITE);

    expect(answer).toStrictEqual(ACKNOWLEDGED);
    expect(co3.requests.map(({ url, timeoutMs }) => [url, timeoutMs])).toStrictEqual([
      ['https://co3.test/api/authenticate', 20_000],
      ['https://co3.test/api/crm', 20_000],
    ]);
    expect(co3.requests.map(({ body }) => body)).toStrictEqual([
      '<?xml version="1.0" encoding="utf-8"?><command><authenticate><api_key><![CDATA[api-key-one]]></api_key>' +
        '<username><![CDATA[kata]]></username><password><![CDATA[201016e8206a5f42aa527090511504d5]]></password>' +
        '</authenticate></command>',
      '<?xml version="1.0" encoding="utf-8"?><command><setContact><api_key><![CDATA[api-key-one]]></api_key>' +
        '<session_key><![CDATA[S1]]></session_key><contact_id>0</contact_id></setContact></command>',
    ]);
  });

  it('goes on with the session that the lane remembers', async () => {
    const { co3, connection } = open([DONE], { ...NEW_LANE, session: { key: 'S0', since: START - 239_999 } });

    await connection.call(WRITE);

    expect(co3.methods()).toStrictEqual(['setContact']);
    expect(co3.requests[0]?.body).toContain('<session_key><![CDATA[S0]]></session_key>');
  });

  it('signs in anew when the session is four minutes old', async () => {
    const { co3, connection } = open([signedIn('S1'), DONE], {
      ...NEW_LANE,
      session: { key: 'S0', since: START - 240_000 },
    });

    await connection.call(WRITE);

    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact']);
  });

  it('leaves session and times for the next worker', async () => {
    const { connection } = open([
      { ...signedIn('S1'), latencyMs: 300 },
      { ...DONE, latencyMs: 200 },
    ]);

    await connection.call(WRITE);

    expect(connection.memory()).toStrictEqual({
      session: { key: 'S1', since: START },
      answeredAt: [START + 300, START + 500],
      calls: [{ at: START, calls: 2 }],
    });
  });

  it('closes its own transport', () => {
    const { co3, connection } = open([]);

    connection.close();

    expect(co3.closed()).toBe(1);
  });

  it('tells of each request how it ended and how long CO3 took, waits left out', async () => {
    const script = [signedIn('S1'), refused(8), { ...DONE, latencyMs: 700 }, { ...noAnswer, latencyMs: 20_000 }];
    const { connection, heard } = open(script);

    await connection.call(WRITE);
    await connection.call(WRITE);

    expect(heard).toStrictEqual([
      { method: 'authenticate', kind: 'data', durationMs: 0 },
      { method: 'setContact', kind: 'refused', durationMs: 0 },
      { method: 'setContact', kind: 'acknowledged', durationMs: 700 },
      { method: 'setContact', kind: 'no-answer', durationMs: 20_000 },
    ]);
  });

  it('is the only one under way', async () => {
    const { connection } = open([signedIn('S1'), DONE]);
    const first = connection.call(WRITE);

    await expect(connection.call(READ)).rejects.toThrow('one call at a time');
    await expect(first).resolves.toStrictEqual(ACKNOWLEDGED);
  });
});

describe('a session that CO3 does not take', () => {
  it.each([6, 10])('is renewed once and the call repeated (%i)', async (code) => {
    const { co3, connection } = open([signedIn('S1'), refused(code), signedIn('S2'), DONE]);

    const answer = await connection.call(WRITE);

    expect(answer).toStrictEqual(ACKNOWLEDGED);
    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact', 'authenticate', 'setContact']);
    expect(connection.memory().session?.key).toBe('S2');
  });

  it.each([6, 10])('is the refusal when the renewed one is not taken either (%i)', async (code) => {
    const { connection } = open([signedIn('S1'), refused(code), signedIn('S2'), refused(code)]);

    const answer = await connection.call(WRITE);

    expect(codesOf(answer)).toStrictEqual([code]);
    expect(connection.memory().session).toBeNull();
  });
});

describe('a key that CO3 does not take', () => {
  it.each([5, 7])('is read again once when the sign-in is refused with %i', async (code) => {
    const { co3, connection, reads } = open([refused(code), signedIn('S2'), DONE]);

    const answer = await connection.call(WRITE);

    expect(answer).toStrictEqual(ACKNOWLEDGED);
    expect(reads()).toStrictEqual(['cached', 'fresh']);
    expect(co3.requests[1]?.body).toContain('api-key-two');
    expect(co3.requests[1]?.body).toContain('1bbe5c08df53c38518f5e9048a764227');
  });

  it.each([5, 7])('is read again once when a call is refused with %i', async (code) => {
    const { co3, connection } = open([signedIn('S1'), refused(code), signedIn('S2'), DONE]);

    const answer = await connection.call(WRITE);

    expect(answer).toStrictEqual(ACKNOWLEDGED);
    expect(co3.requests[3]?.body).toContain('api-key-two');
    expect(co3.requests[3]?.body).toContain('S2');
  });

  it.each([5, 7])('is the refusal when the fresh one is not taken either (%i)', async (code) => {
    const { connection, reads } = open([refused(code), refused(code)]);

    const answer = await connection.call(WRITE);

    expect(codesOf(answer)).toStrictEqual([code]);
    expect(reads()).toStrictEqual(['cached', 'fresh']);
  });

  it('is the refusal when the fresh one cannot be read', async () => {
    const { connection } = open([refused(7)], NEW_LANE, Number.POSITIVE_INFINITY, (how) => how === 'fresh');

    expect(codesOf(await connection.call(WRITE))).toStrictEqual([7]);
  });
});

describe('too many requests', () => {
  it('is answered with pauses that grow, then the call passes', async () => {
    const { co3, connection } = open([signedIn('S1'), refused(8), answered('', 429), refused(8), DONE]);

    const answer = await connection.call(WRITE);

    expect(answer).toStrictEqual(ACKNOWLEDGED);
    expect(co3.requests.map(({ at }) => at - START)).toStrictEqual([0, 0, 1_500, 4_000, 7_500]);
  });

  it('is the refusal after five repeats', async () => {
    const { co3, connection } = open([signedIn('S1'), ...Array.from({ length: 6 }, () => refused(8))]);

    const answer = await connection.call(WRITE);

    expect(codesOf(answer)).toStrictEqual([8]);
    expect(co3.methods()).toStrictEqual(['authenticate', ...Array.from({ length: 6 }, () => 'setContact')]);
  });

  it('is paused for when it meets the sign-in', async () => {
    const { co3, connection } = open([refused(8), signedIn('S1'), DONE]);

    expect(await connection.call(WRITE)).toStrictEqual(ACKNOWLEDGED);
    expect(co3.methods()).toStrictEqual(['authenticate', 'authenticate', 'setContact']);
  });
});

describe('a refusal with no cure', () => {
  it.each([[[22]], [[24]], [[9]], [[8, 24]]])('is the answer at once (%j)', async (codes) => {
    const errors = codes.map((code) => `<error><code>${code}</code></error>`).join('');
    const { co3, connection } = open([signedIn('S1'), answered(errors)]);

    expect(codesOf(await connection.call(WRITE))).toStrictEqual(codes);
    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact']);
  });

  it('of the sign-in is the call’s', async () => {
    const { co3, connection } = open([refused(24)]);

    expect(codesOf(await connection.call(WRITE))).toStrictEqual([24]);
    expect(co3.methods()).toStrictEqual(['authenticate']);
  });

  it.each([
    ['a code of no account', refused(18)],
    ['the database', refused(202)],
    ['no code at all', answered('<result>ERROR</result>')],
  ])('of the sign-in for %s means that the call never left', async (_, scripted) => {
    const { connection } = open([scripted]);

    expect(await connection.call(WRITE)).toMatchObject({ kind: 'never-left' });
  });
});

describe('a call without an answer', () => {
  it.each([
    ['no-answer', noAnswer, noAnswer],
    ['never-left', neverLeft, neverLeft],
    ['unreadable', answered('', 503), { kind: 'unreadable', status: 503, why: 'HTTP 503 without an error code' }],
  ])('is not repeated: %s', async (_kind, scripted, expected) => {
    const { co3, connection } = open([signedIn('S1'), scripted]);

    expect(await connection.call(WRITE)).toStrictEqual(expected);
    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact']);
  });

  it.each([
    ['no answer', noAnswer, 'the sign-in got no answer'],
    [
      'an answer that cannot be read',
      answered('', 502),
      "the sign-in's answer cannot be read: HTTP 502 without an error code",
    ],
    ['no session key', answered(''), 'the answer to the sign-in bears no session key'],
  ])('never left when it was the sign-in that got %s', async (_what, scripted, why) => {
    const { connection } = open([scripted]);

    const answer = await connection.call(WRITE);

    expect(answer).toMatchObject({ kind: 'never-left', cause: { message: why } });
    expect(connection.memory().answeredAt).toStrictEqual([START]);
  });

  it('never left when the renewing of its session got no answer', async () => {
    const { connection } = open([signedIn('S1'), refused(10), noAnswer]);

    expect(await connection.call(WRITE)).toMatchObject({ kind: 'never-left' });
  });

  it('never left when the secret cannot be read', async () => {
    const { co3, connection } = open([], NEW_LANE, Number.POSITIVE_INFINITY, () => true);

    expect(await connection.call(WRITE)).toMatchObject({ kind: 'never-left' });
    expect(co3.methods()).toStrictEqual([]);
  });
});

describe('pace', () => {
  it('starts a call one second after the answer of the call two before it, the sign-in counted', async () => {
    const { co3, connection } = open([
      { ...signedIn('S1'), latencyMs: 100 },
      { ...DONE, latencyMs: 100 },
      { ...noAnswer, latencyMs: 20_000 },
      { ...DONE, latencyMs: 100 },
      { ...DONE, latencyMs: 100 },
    ]);

    for (const _ of [1, 2, 3, 4]) await connection.call(WRITE);

    expect(co3.requests.map(({ at }) => at - START)).toStrictEqual([0, 100, 1_101, 21_101, 22_102]);
  });

  it('goes on with the times of the worker before', async () => {
    const { co3, connection } = open([DONE], {
      ...NEW_LANE,
      session: { key: 'S0', since: START },
      answeredAt: [START - 400, START - 10],
    });

    await connection.call(WRITE);

    expect(co3.requests.map(({ at }) => at - START)).toStrictEqual([601]);
  });
});

describe('the calls of a minute', () => {
  it('are counted on from the worker before, by when each was made', async () => {
    const { connection } = open(
      [
        { ...DONE, latencyMs: 20_000 },
        { ...noAnswer, latencyMs: 20_000 },
        { ...refused(22), latencyMs: 20_000 },
        { ...DONE, latencyMs: 100 },
      ],
      { session: { key: 'S0', since: START }, answeredAt: [], calls: [{ at: START, calls: 7 }] },
    );

    for (const _ of [1, 2, 3, 4]) await connection.call(WRITE);

    expect(connection.memory().calls).toStrictEqual([
      { at: START, calls: 10 },
      { at: START + 60_000, calls: 1 },
    ]);
  });

  it('do not count what never reached CO3', async () => {
    const { connection } = open([neverLeft], { ...NEW_LANE, session: { key: 'S0', since: START } });

    await connection.call(WRITE);

    expect(connection.memory().calls).toStrictEqual([]);
  });
});

describe('the last moment for a call', () => {
  it('lets a call start at it', async () => {
    const { connection } = open([DONE], { ...NEW_LANE, session: { key: 'S0', since: START } }, START);

    expect(await connection.call(WRITE)).toStrictEqual(ACKNOWLEDGED);
  });

  it('lets none start after it', async () => {
    const { co3, connection } = open([], { ...NEW_LANE, session: { key: 'S0', since: START } }, START - 1);

    expect(await connection.call(WRITE)).toStrictEqual({ kind: 'no-time' });
    expect(co3.methods()).toStrictEqual([]);
  });

  it('is minded between the sign-in and the call', async () => {
    const { co3, connection } = open([{ ...signedIn('S1'), latencyMs: 11 }], NEW_LANE, START + 10);

    expect(await connection.call(WRITE)).toStrictEqual({ kind: 'no-time' });
    expect(co3.methods()).toStrictEqual(['authenticate']);
    expect(connection.memory().session?.key).toBe('S1');
  });

  it('is minded before a repeat: then CO3 is too busy, and nobody waits in vain', async () => {
    const { clock, connection } = open([signedIn('S1'), refused(8)], NEW_LANE, START + 1_499);

    expect(codesOf(await connection.call(WRITE))).toStrictEqual([8]);
    expect(clock.now()).toBe(START);
  });
});

describe('secrets', () => {
  it('stand in no answer, whatever CO3 quotes', async () => {
    const quoted = 'kata 201016e8206a5f42aa527090511504d5 api-key-one session-S1';
    const { connection } = open([refused(24, quoted), signedIn('session-S1'), refused(4, quoted)]);

    const answers = JSON.stringify([await connection.call(WRITE), await connection.call(WRITE)]);

    expect(answers).toContain('session-S1');
    expect(JSON.parse(answers)).toMatchObject([
      { errors: [{ text: '… … … session-S1' }] },
      { errors: [{ text: '… … … …' }] },
    ]);
  });

  it('stand in no answer of a session that another worker has begun', async () => {
    const quoted = 'kata titok 201016e8206a5f42aa527090511504d5 201016E8206A5F42AA527090511504D5 api-key-one S0';
    const memory = { ...NEW_LANE, session: { key: 'S0', since: START } };
    const { connection } = open([refused(4, quoted)], memory);

    const answer = await connection.call(WRITE);

    expect(answer).toMatchObject({ errors: [{ text: '… … … … … …' }] });
  });
});

describe('makeCo3Client', () => {
  it('refuses plain HTTP to anywhere but this machine', () => {
    const clock = makeVirtualClock(START);
    const make = (baseUrl: string) => () =>
      makeCo3Client({
        transport: scriptedCo3(clock, []).transport,
        clock,
        random: () => 0,
        baseUrl,
        secrets: storeOf([]),
      });

    expect(make('http://co3.test/api/')).toThrow('must be https');
    expect(make('http://127.0.0.1:9/api/')).not.toThrow();
  });

  it('refuses a contract that renames what does not exist', () => {
    const clock = makeVirtualClock(START);
    const client = makeCo3Client({
      transport: scriptedCo3(clock, []).transport,
      clock,
      random: () => 0,
      baseUrl: 'https://co3.test/api/',
      secrets: storeOf([]),
    });

    expect(() => client.open({ ...ACCOUNT, contract: { setKontakt: {} } }, NEW_LANE, START, unheard)).toThrow(
      'no method `setKontakt`',
    );
  });
});

interface Opened {
  readonly clock: VirtualClock;
  readonly co3: ScriptedCo3;
  readonly connection: Co3Connection;
  readonly reads: () => readonly string[];
  readonly heard: readonly HeardRequest[];
}

const unheard = (): void => undefined;

const open = (
  script: readonly Scripted[],
  memory: LaneMemory = NEW_LANE,
  lastCallAt: number = Number.POSITIVE_INFINITY,
  fails: (how: 'cached' | 'fresh') => boolean = () => false,
): Opened => {
  const clock = makeVirtualClock(START);
  const co3 = scriptedCo3(clock, script);
  const reads: string[] = [];
  const heard: HeardRequest[] = [];
  const hear = (request: HeardRequest) => void heard.push(request);
  const client = makeCo3Client({
    transport: co3.transport,
    clock,
    random: () => 0.5,
    baseUrl: 'https://co3.test/api/',
    secrets: storeOf(reads, fails),
  });
  const connection = client.open(ACCOUNT, memory, lastCallAt, hear);
  return { clock, co3, connection, reads: () => reads, heard };
};

const storeOf = (reads: string[], fails: (how: 'cached' | 'fresh') => boolean = () => false): SecretStore => ({
  read: async (name, how) => {
    if (name !== ACCOUNT.secret) throw new Error(`no secret ${name}`);
    reads.push(how);
    if (fails(how)) throw new Error('the store does not answer');
    return JSON.stringify(how === 'cached' ? FIRST_SECRET : SECOND_SECRET);
  },
});

const codesOf = (answer: Awaited<ReturnType<Co3Connection['call']>>): readonly (number | null)[] | string =>
  answer.kind === 'refused' ? answer.errors.map(({ code }) => code) : answer.kind;

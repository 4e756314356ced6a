import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../../lib/dead-letters/cause.ts';
import type { Letter } from '../../../../lib/dead-letters/letter.ts';
import { toLetterLine } from '../../../../lib/dead-letters/letter-line.ts';
import { type NamedLane, NOTHING_TOLD, type Told, toNews } from '../../../../lib/deliver/alerts/to-news.ts';
import type { ToldHold } from '../../../../lib/deliver/alerts/told-record.ts';
import type { Hold } from '../../../../lib/deliver/lane-records.ts';
import { aLetter, aLetterRecord } from '../../../support/ledger-records.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const OPEN: readonly NamedLane[] = [{ account: 'acme', lane: undefined }];

describe('a reason for letters', () => {
  it('is told once, with how many letters there are', () => {
    const lines = [aLine({ id: 'a' }), aLine({ id: 'b' })];

    const first = toNews(NOTHING_TOLD, lines, OPEN, NOW);
    const second = toNews(first.told, [...lines, aLine({ id: 'c' })], OPEN, NOW);

    expect(first.news.causes.map(({ cause, count }) => ({ cause, count }))).toStrictEqual([{ cause: EMAIL, count: 2 }]);
    expect(first.told.causes).toStrictEqual([EMAIL]);
    expect(second).toStrictEqual({ news: NO_NEWS, told: first.told });
  });

  it('is told again when it comes back after all its letters were answered', () => {
    const gone = toNews({ ...NOTHING_TOLD, causes: [EMAIL] }, [], OPEN, NOW);
    const again = toNews(gone.told, [aLine({})], OPEN, NOW);

    expect(gone).toStrictEqual({ news: NO_NEWS, told: NOTHING_TOLD });
    expect(again.news.causes).toHaveLength(1);
  });

  it('has not gone while an answered letter waits for its message to leave the queue', () => {
    const closing = aLine({ state: 'closing' });

    const known = toNews({ ...NOTHING_TOLD, causes: [EMAIL] }, [closing], OPEN, NOW);
    const unknown = toNews(NOTHING_TOLD, [closing], OPEN, NOW);

    expect(known.told.causes).toStrictEqual([EMAIL]);
    expect(unknown).toStrictEqual({ news: NO_NEWS, told: NOTHING_TOLD });
  });

  it('counts no letter that is answered', () => {
    const { news } = toNews(NOTHING_TOLD, [aLine({ id: 'a' }), aLine({ id: 'b', state: 'closing' })], OPEN, NOW);

    expect(news.causes.map(({ count }) => count)).toStrictEqual([1]);
  });

  it('waits for others to go where more are open than are kept', () => {
    const causes = Array.from({ length: 5_000 }, (_, index) => `cause-${index}`);
    const lines = causes.map((cause, index) => ({ ...aLine({ id: `letter-${index}` }), cause }));

    const full = toNews({ ...NOTHING_TOLD, causes }, [...lines, aLine({})], OPEN, NOW);
    const freed = toNews(toNews(full.told, lines.slice(1), OPEN, NOW).told, [...lines.slice(1), aLine({})], OPEN, NOW);

    expect(full).toStrictEqual({ news: NO_NEWS, told: { ...NOTHING_TOLD, causes } });
    expect(freed.news.causes.map(({ cause }) => cause)).toStrictEqual([EMAIL]);
  });
});

describe('a lane', () => {
  it('is told when it is held, and not again while it is', () => {
    const first = toNews(NOTHING_TOLD, [], held({}), NOW);
    const probed = toNews(first.told, [], held({ probes: 3, until: NOW + 9 * MINUTE }), NOW + 8 * MINUTE);

    expect(first.news.held).toStrictEqual([{ account: 'acme', what: 'all', hold: aHold({}) }]);
    expect(first.told.holds).toStrictEqual([TOLD_HOLD]);
    expect(probed).toStrictEqual({ news: NO_NEWS, told: first.told });
  });

  it.each([
    ['another reason', { reason: 'no-answer', code: null }],
    ['another code', { code: 5 }],
    ['a person who opens it', { until: null }],
  ] as const)('is told again when its hold is one for %s', (_, change) => {
    const { news, told } = toNews({ ...NOTHING_TOLD, holds: [TOLD_HOLD] }, [], held(change), NOW);

    expect(news.held).toStrictEqual([{ account: 'acme', what: 'all', hold: aHold(change) }]);
    expect(told.holds).toHaveLength(1);
  });

  it('is told as open when it has been so for five minutes', () => {
    const opening = toNews({ ...NOTHING_TOLD, holds: [TOLD_HOLD] }, [], OPEN, NOW);
    const soon = toNews(opening.told, [], OPEN, NOW + 5 * MINUTE - 1);
    const open = toNews(soon.told, [], OPEN, NOW + 5 * MINUTE);

    expect(opening).toStrictEqual({ news: NO_NEWS, told: { ...NOTHING_TOLD, holds: [OPENED] } });
    expect(soon).toStrictEqual(opening);
    expect(open).toStrictEqual({ news: { ...NO_NEWS, opened: [OPENED] }, told: NOTHING_TOLD });
  });

  it('is not told of at all when it opens for less and is held again', () => {
    const { news, told } = toNews({ ...NOTHING_TOLD, holds: [OPENED] }, [], held({}), NOW + 3 * MINUTE);

    expect(news).toStrictEqual(NO_NEWS);
    expect(told.holds).toStrictEqual([TOLD_HOLD]);
  });

  it('is one thing, its products and stock another', () => {
    const both = [{ account: 'acme', lane: { hold: aHold({}), catalogueHold: aHold({ code: 402 }) } }];

    const { news } = toNews({ ...NOTHING_TOLD, holds: [TOLD_HOLD] }, [], both, NOW);

    expect(news.held).toStrictEqual([{ account: 'acme', what: 'catalogue', hold: aHold({ code: 402 }) }]);
  });

  it('is forgotten with its account', () => {
    const { news, told } = toNews({ ...NOTHING_TOLD, holds: [TOLD_HOLD] }, [], [], NOW);

    expect({ news, told }).toStrictEqual({ news: NO_NEWS, told: NOTHING_TOLD });
  });
});

const EMAIL = causeOf(aLetter()).key;
const NO_NEWS = { causes: [], held: [], opened: [] };

const aHold = (change: Partial<Hold>): Hold => ({
  ...{ reason: 'code', code: 7, method: null, since: NOW, until: NOW + MINUTE, probes: 0 },
  ...change,
});

const held = (change: Partial<Hold>): readonly NamedLane[] => [
  { account: 'acme', lane: { hold: aHold(change), catalogueHold: null } },
];

const TOLD_HOLD: ToldHold = {
  ...{ account: 'acme', what: 'all', reason: 'code', code: 7 },
  ...{ byHandOnly: false, openSince: null },
};
const OPENED: Told['holds'][number] = { ...TOLD_HOLD, openSince: NOW };

const aLine = (letter: Partial<Letter>) => toLetterLine(aLetterRecord({}, letter));

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LetterGroup, toGroups } from '../../../../lib/dead-letters/groups.ts';
import type { Letter } from '../../../../lib/dead-letters/letter.ts';
import { toLetterLine } from '../../../../lib/dead-letters/letter-line.ts';
import { toAlert } from '../../../../lib/deliver/alerts/to-alert.ts';
import type { HeldLane, News } from '../../../../lib/deliver/alerts/to-news.ts';
import type { Hold } from '../../../../lib/deliver/lane-records.ts';
import { aLetter, aLetterRecord } from '../../../support/ledger-records.ts';

const PROD = { stage: 'prod', region: 'eu-west-1' };

describe('a message', () => {
  it('is none where there is no news', () => {
    expect(toAlert(NO_NEWS, new Map(), PROD)).toBeNull();
  });

  it('says of letters what is wrong, how many there are, who mends it, and how to look', () => {
    const [email] = toGroups([aLine({ id: 'a' }), aLine({ id: 'b' })]);

    const alert = toAlert({ ...NO_NEWS, causes: listOf(email) }, new Map(), PROD);

    expect(alert).toStrictEqual({
      subject: 'co3-shop-bridge prod: letters of acme-shop, 22 InvalidEmail',
      text: [
        '22 InvalidEmail: The e-mail address is faulty',
        '  letters: 2, of the shop acme-shop (CO3 account acme)',
        '  it is about: buyer.email',
        '  mended by: buyer-data: whoever corrects the order or the product in the shop',
        `  look: npx bridge dlq list --cause ${email?.cause} --stage prod --region eu-west-1`,
        '',
      ].join('\n'),
    });
  });

  it('names the setting that is wrong, and nothing of an order', () => {
    const alert = alertOf(aLine(unmapped('Utánvét (GLS)')));

    expect(alert?.text).toContain('  it is about: settings.payments «Utánvét (GLS)»\n');
    for (const hidden of ['1001', 'jane']) expect(alert?.text).not.toContain(hidden);
  });

  it.each([
    ['acme-shop', '  letters: 1, of the shop acme-shop\n', 'letters of acme-shop, 22 InvalidEmail'],
    ['', '  letters: 1, of no known shop\n', 'letters of no known shop, 22 InvalidEmail'],
  ])('says of a letter without an account whose it is, as far as that is known (%j)', (shop, line, subject) => {
    const alert = alertOf(aLine({ shop, account: '' }));

    expect(alert?.text).toContain(line);
    expect(alert?.subject).toContain(subject);
  });

  it('cuts a setting that is long', () => {
    const alert = alertOf(aLine(unmapped('ő'.repeat(70))));

    expect(alert?.text).toContain(`«${'ő'.repeat(60)}…»\n`);
  });

  it('lists what came at once, and counts what is too much', () => {
    const causes = Array.from({ length: 23 }, (_, index) => aLine({ id: `letter-${index}`, shop: `shop-${index}` }));

    const alert = toAlert({ ...NO_NEWS, causes: toGroups(causes) }, new Map(), { ...PROD, region: 'eu-central-1' });

    expect(alert?.subject).toBe('co3-shop-bridge prod: 23 new reasons for letters');
    expect(alert?.text.match(/^22 InvalidEmail/gm)).toHaveLength(20);
    expect(alert?.text).toContain('\n\nAnd 3 reasons more: npx bridge dlq list --stage prod\n');
  });

  it('says why a lane is held, how many orders wait, who opens it, and how to look', () => {
    const alert = toAlert({ ...NO_NEWS, held: [aHeld({})] }, new Map([['acme', { count: 3, isMore: false }]]), LOCAL);

    expect(alert).toStrictEqual({
      subject: 'co3-shop-bridge local: held: the lane of acme, CO3 refuses the whole account: 7 AuthenticationFa...',
      text: [
        'Held: the lane of acme, CO3 refuses the whole account: 7 AuthenticationFailed',
        '  orders that wait: 3; nothing is lost',
        '  it is tried again by itself',
        '  mended by: co3-admin: whoever administers the CO3 account',
        '  look: npx bridge lane list --local',
        '',
      ].join('\n'),
    });
  });

  it.each([
    [{ reason: 'by-hand', code: null, until: null }, '  it waits for a person\n  mended by: whoever has held it\n'],
    [{ reason: 'code', code: 8 }, '  it is tried again by itself\n  mended by: nobody, it passes by itself\n'],
    [{ reason: 'breaker', code: 303 }, '  mended by: settings: whoever keeps shops.yml\n'],
  ] as const)('tells who opens a lane held for %j', (change, expected) => {
    const alert = toAlert({ ...NO_NEWS, held: [aHeld(change)] }, new Map(), LOCAL);

    expect(alert?.text).toContain(expected);
  });

  it('counts no order where products and stock alone are held', () => {
    const goods = { ...aHeld({ reason: 'breaker', code: 402, method: 'setProduct' }), what: 'catalogue' } as const;

    const alert = toAlert({ ...NO_NEWS, held: [goods] }, new Map([['acme', { count: 3, isMore: false }]]), LOCAL);

    expect(alert?.text).toContain(
      'Held: products and stock of acme, one refusal again and again: 402 UnknownWarehouse (setProduct)',
    );
    expect(alert?.text).not.toContain('orders that wait');
  });

  it('tells of everything at once in one message, what is gravest first', () => {
    const news: News = {
      causes: toGroups([aLine({})]),
      held: [aHeld({}), { ...aHeld({ code: 9 }), account: '*' }],
      opened: [{ account: 'acme-eu', what: 'all', reason: 'code', code: 7, byHandOnly: false, openSince: 0 }],
    };

    const alert = toAlert(news, new Map([['acme', { count: 100, isMore: true }]]), LOCAL);

    expect(alert?.subject).toBe(
      'co3-shop-bridge local: 2 lanes held; letters of acme-shop, 22 InvalidEmail; open again: the lane...',
    );
    expect(alert?.text.match(/^\S.*$/gm)).toStrictEqual([
      'Held: the lane of acme, CO3 refuses the whole account: 7 AuthenticationFailed',
      'Held: every lane (our address), CO3 refuses the whole account: 9 BannedAddress',
      '22 InvalidEmail: The e-mail address is faulty',
      'Open again: the lane of acme-eu; what has waited goes on',
    ]);
    expect(alert?.text).toContain('  orders that wait: 100 or more; nothing is lost\n');
  });

  it('has a subject as SNS takes it and lines that nobody outside can begin, whatever shop and CO3 write', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(hostile, hostile, (value, tag) => {
        const { error } = aLetter();
        const fields = [{ tag, path: '', value: '', allowed: [] }, ...(unmapped(value).error?.fields ?? [])];

        const alert = alertOf(aLine({ shop: value, error: { ...error, fields } }));

        expect(alert?.subject).toMatch(/^[!-~][ -~]{0,98}$/);
        expect(alert?.text).toMatch(/^[\p{L}\p{N}\p{P}\p{S} \n]*$/u);
        expect(alert?.text.split('\n').map((line) => line.slice(0, 10))).toStrictEqual([
          '22 Invalid',
          '  letters:',
          '  it is ab',
          '  it is ab',
          '  mended b',
          '  look: np',
          '',
        ]);
      }),
    );
  });
});

const LOCAL = { stage: 'local', region: 'eu-central-1' };
const NO_NEWS: News = { causes: [], held: [], opened: [] };

const aLine = (letter: Partial<Letter>) => toLetterLine(aLetterRecord({}, letter));

const alertOf = (line: ReturnType<typeof aLine>) => toAlert({ ...NO_NEWS, causes: toGroups([line]) }, new Map(), LOCAL);

const unmapped = (value: string): Partial<Letter> => ({
  error: {
    ...aLetter().error,
    ...{ code: null, name: 'UnmappedPayment', fixedBy: 'settings' },
    fields: [{ tag: '', path: 'settings.payments', value, allowed: [] }],
  },
});

const listOf = (group: LetterGroup | undefined): readonly LetterGroup[] => (group === undefined ? [] : [group]);

const aHeld = (change: Partial<Hold>): HeldLane => ({
  account: 'acme',
  what: 'all',
  hold: { ...{ reason: 'code', code: 7, method: null, since: 0, until: 60_000, probes: 0 }, ...change },
});

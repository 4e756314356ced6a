import { describe, expect, it } from 'vitest';
import {
  filterAddress,
  findLetters,
  LETTERS_A_PAGE,
  type LetterFilter,
  parseFilter,
} from '../../../lib/console/pages/letter-filter.ts';
import type { Letter } from '../../../lib/dead-letters/letter.ts';
import type { LetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { toLetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLetter, aLetterRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld } from '../../support/world.ts';

describe('findLetters', () => {
  const LINES = [
    aLine({ id: 'a', subject: { kind: 'order', id: '1', label: '#1001' } }),
    aLine({ id: 'b', shop: 'acme-woo', subject: { kind: 'order', id: '2', label: '#1002' } }),
    aLine({
      id: 'c',
      error: {
        ...aLetter().error,
        code: null,
        name: 'UnmappedPayment',
        fixedBy: 'settings',
        fields: [{ tag: '', path: 'settings.payments', value: 'Utánvét (GLS)', allowed: [] }],
      },
    }),
  ];

  it.each<[Partial<LetterFilter>, readonly string[]]>([
    [{}, ['a', 'b', 'c']],
    [{ shop: 'acme-woo' }, ['b']],
    [{ mender: 'settings' }, ['c']],
    [{ cause: LINES[2]?.cause ?? '' }, ['c']],
    [{ words: '#1002' }, ['b']],
    [{ words: 'utanvet gls' }, ['c']],
    [{ words: '  UNMAPPED ' }, ['c']],
    [{ words: '22 1001' }, ['a']],
    [{ words: 'hibás e-mail' }, ['a', 'b']],
    [{ words: 'nothing of this kind' }, []],
    [{ shop: 'acme-woo', mender: 'settings' }, []],
  ])('%j finds %j', (filter, ids) => {
    const { lines, found, open } = findLetters(LINES, { ...parseFilter({}), ...filter });

    expect([lines.map(({ id }) => id), found, open]).toStrictEqual([ids, ids.length, 3]);
  });

  it('answers a page at a time, and the last one where the asked one is not there', () => {
    const many = Array.from({ length: 2 * LETTERS_A_PAGE + 1 }, (_, index) => aLine({ id: `letter-${index}` }));

    const second = findLetters(many, parseFilter({ page: '2' }));
    const beyond = findLetters(many, parseFilter({ page: '99' }));

    expect([second.lines[0]?.id, second.lines.length, second.page, second.pages]).toStrictEqual([
      'letter-100',
      100,
      2,
      3,
    ]);
    expect([beyond.lines.map(({ id }) => id), beyond.page]).toStrictEqual([['letter-200'], 3]);
  });

  it.each([['-1'], ['0'], ['x'], ['1e9999'], ['']])('takes %j for a page that is there', (page) => {
    expect(findLetters(LINES, parseFilter({ page })).page).toBe(1);
  });
});

it('a filter’s address is what parseFilter reads', () => {
  const filter = { shop: 'acme-woo', mender: 'settings', cause: 'abc', words: 'Utánvét & "GLS"', page: 3 };

  const address = filterAddress(filter);

  expect(parseFilter(Object.fromEntries(new URL(address, 'http://x').searchParams))).toStrictEqual(filter);
  expect(filterAddress({ shop: '', page: 1 })).toBe('/letters');
});

describe('the page of letters', () => {
  it('shows what is wrong, where, what is at stake and since when, with the letter behind it', async () => {
    const { desk } = await deskWith(aLetter({ event: anOrder() }));

    const page = textOf(await desk.page('/letters'));

    expect(page).toContain('The e-mail address is faulty CO3 22 InvalidEmail');
    expect(page).toContain('buyer.email not-an-email acme-shop HUF 6,350');
  });

  it('says all of it in Hungarian', async () => {
    const { desk } = await deskWith(aLetter({ event: anOrder() }));

    const page = textOf(await desk.page('/letters', { 'accept-language': 'hu' }));

    expect(page).toContain('Hibás az e-mail-cím CO3 22 InvalidEmail buyer.email not-an-email acme-shop 6 350 Ft');
    expect(page).toContain('intézkedésre vár');
  });

  it('leads to each letter and asks for none that is answered', async () => {
    const { desk } = await deskWith(aLetter(), aLetter({ id: 'letter-2', state: 'closing' }));

    const page = await desk.page('/letters');

    expect(page.match(/href="\/letters\/[^"]*"/g)).toStrictEqual(['href="/letters/letter-1"']);
  });

  it('shows hostile texts as texts', async () => {
    const hostile = '"><script>alert(1)</script>\u202e';
    const fields = [{ tag: '', path: 'buyer.email', value: hostile, allowed: [] }];
    const { desk } = await deskWith(
      aLetter({
        id: hostile,
        shop: hostile,
        subject: { kind: 'order', id: '1', label: hostile },
        error: { ...aLetter().error, name: hostile, fields },
      }),
    );

    const page = await desk.page(`/letters?words=${encodeURIComponent('<script>')}&cause=&shop=`);

    expect(page).not.toMatch(/<script>|\u202e/);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('says so where no letter is open, and where none fits', async () => {
    const { desk: empty } = await deskWith();
    const { desk } = await deskWith(aLetter());

    expect(await empty.page('/letters')).toContain('No letter is open.');
    expect(await desk.page('/letters?shop=other')).toContain('No open letter fits.');
  });
});

it('the overview counts the letters by cause and leads to them', async () => {
  const { desk } = await deskWith(
    aLetter({ event: anOrder() }),
    aLetter({ id: 'letter-2', event: anOrder() }),
    aLetter({ id: 'letter-3', shop: 'acme-woo' }),
  );
  const { cause } = aLine({});

  const page = await desk.page('/');

  expect(textOf(page)).toContain('Open letters by cause: letters 3, causes 2');
  expect(textOf(page)).toContain('acme-shop whoever corrects the order in the shop 2 HUF 12,700');
  expect(page).toContain(`href="/causes/${cause}"`);
});

function aLine(letter: Partial<Letter>): LetterLine {
  return toLetterLine(aLetterRecord({}, letter));
}

const deskWith = async (...letters: readonly Letter[]) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  for (const letter of letters) await world.ledger.write(aLetterRecord({}, letter));
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world };
};

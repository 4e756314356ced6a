import { describe, expect, it } from 'vitest';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLetter, aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld } from '../../support/world.ts';

const SEEN = { 'seen:buyer.email': 'not-an-email' };
const MENDED = { ...SEEN, 'value:buyer.email': 'anna@example.hu' };

describe('the form that corrects an order', () => {
  it('shows the field that the error points at before all others, with its rule', async () => {
    const { desk } = await deskWithEmailLetter();

    const page = await desk.page('/letters/letter-1');

    expect(page).toMatch(/class="field pointed">\s*<label for="field-buyer-email">E-mail<\/label>/);
    expect(page).toContain('name="value:buyer.email" value="not-an-email"');
    expect(textOf(page)).toContain(
      'An address such as anna@example.hu; may be empty. buyer.email Other fields of the order Last name',
    );
  });

  it('is in Hungarian for who reads that', async () => {
    const { desk } = await deskWithEmailLetter();

    const page = textOf(await desk.page('/letters/letter-1', { 'accept-language': 'hu' }));

    expect(page).toContain('Javítás itt');
    expect(page).toContain('E-mail-cím');
  });

  it('is not there for a letter that is being tried', async () => {
    const { desk } = await deskWithEmailLetter('redriving');

    expect(await desk.page('/letters/letter-1')).not.toContain('Correct it here');
  });
});

describe('the preview', () => {
  it('shows what changes in what is sent, and keeps nothing', async () => {
    const { desk, world } = await deskWithEmailLetter();
    const before = world.ledger.backUp();

    const answer = await desk.send('/letters/letter-1/correct', { ...MENDED, intent: 'preview' });

    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(textOf(page)).toContain('Nothing is kept yet. As far as can be told without CO3, it would go through.');
    expect(page).toMatch(/<del>−\s+&lt;contact_email&gt;[^\n]*not-an-email/);
    expect(page).toMatch(/<ins>\+\s+&lt;contact_email&gt;[^\n]*anna@example\.hu/);
    expect(page).toContain('name="value:buyer.email" value="anna@example.hu"');
    expect(world.ledger.backUp()).toStrictEqual(before);
  });

  it('is what comes first: nothing can be kept from the page that was not previewed', async () => {
    const { desk } = await deskWithEmailLetter();

    const before = await desk.page('/letters/letter-1');
    const after = await (await desk.send('/letters/letter-1/correct', { ...MENDED, intent: 'preview' })).text();

    expect(buttonsOf(before)).toStrictEqual(['preview']);
    expect(buttonsOf(after)).toStrictEqual(['preview', 'redrive', 'save']);
  });

  it('says what would still be wrong', async () => {
    const { desk } = await deskWithEmailLetter('parked', { gateways: ['Utánvét (GLS)'] });

    const page = await (await desk.send('/letters/letter-1/correct', { ...MENDED, intent: 'preview' })).text();

    expect(textOf(page)).toContain('It would still be a letter, for another reason:');
    expect(page).toContain('UnmappedPayment');
  });

  it('of a mapping gives the lines for later orders', async () => {
    const { desk } = await deskWithEmailLetter('parked', { gateways: ['Utánvét (GLS)'], buyer: aBuyer() });

    const page = await desk.send('/letters/letter-1/correct', {
      'seen:settings.payments': 'Utánvét (GLS)',
      'value:settings.payments': 'c.o.d.',
      intent: 'preview',
    });

    expect(await page.text()).toContain('payments:\n      Utánvét (GLS): c.o.d.');
  });
});

describe('a correction that is kept', () => {
  it('stands in the order in the person’s name, and sends nothing', async () => {
    const { desk, world } = await deskWithEmailLetter();

    const answer = await desk.send('/letters/letter-1/correct', { ...MENDED, why: 'asked by phone', intent: 'save' });

    expect(answer.headers.get('location')).toBe('/letters/letter-1?done=corrected');
    expect(world.order().corrections).toMatchObject([
      { path: 'buyer.email', old: 'not-an-email', new: 'anna@example.hu', by: 'erika', why: 'asked by phone' },
    ]);
    expect(world.order().status).toBe('letter');
    expect(world.events.bodies()).toStrictEqual([]);
    const page = textOf(await desk.page('/letters/letter-1?done=corrected'));
    expect(page).toContain('The correction is kept. Redrive the letter to send it.');
    expect(page).toContain('buyer.email not-an-email anna@example.hu erika asked by phone');
    expect(page).toContain('corrected erika buyer.email : not-an-email → anna@example.hu asked by phone');
  });

  it('is redriven at once where the person says so', async () => {
    const { desk, world } = await deskWithEmailLetter();

    const answer = await desk.send('/letters/letter-1/correct', { ...MENDED, intent: 'redrive' });

    expect(answer.headers.get('location')).toBe('/letters/letter-1?done=redrive');
    expect(world.order()).toMatchObject({ status: 'due', redrive: true });
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
  });
});

describe('a correction that is refused', () => {
  it.each([
    [
      'that changes nothing',
      { ...SEEN, 'value:buyer.email': 'not-an-email' },
      'No field has another value than before.',
    ],
    [
      'that its tax gainsays',
      { 'seen:rows.0.rates': '27', 'value:rows.0.rates': '5' },
      'the same kind of letter again',
    ],
    [
      'that breaks the field’s rule',
      { 'seen:buyer.country': 'HU', 'value:buyer.country': 'Hungary' },
      'breaks the rule',
    ],
    [
      'of what the shop has changed meanwhile',
      { 'seen:buyer.email': 'seen-before', 'value:buyer.email': 'anna@example.hu' },
      'Something else stands there by now',
    ],
    [
      'of a place that is no field',
      { 'seen:totalMinor': '635000', 'value:totalMinor': '1' },
      'No field has another value',
    ],
  ])('%s is told and keeps nothing, whatever was asked', async (_, fields, text) => {
    const { desk, world } = await deskWithEmailLetter();
    const before = world.ledger.backUp();

    for (const intent of ['preview', 'save', 'redrive']) {
      const answer = await desk.send('/letters/letter-1/correct', { ...fields, intent });
      expect(answer.status).toBe(409);
      expect(textOf(await answer.text())).toContain(text);
    }

    expect(world.ledger.backUp()).toStrictEqual(before);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it('keeps what was typed in the form', async () => {
    const { desk } = await deskWithEmailLetter();

    const answer = await desk.send('/letters/letter-1/correct', { ...SEEN, 'value:buyer.email': '"still not' });

    expect(await answer.text()).toContain('name="value:buyer.email" value="&quot;still not"');
  });
});

const buttonsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<button name="intent" value="(\w+)"/g)].map(([, value = '']) => value);

const deskWithEmailLetter = async (state: 'parked' | 'redriving' = 'parked', order = {}) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  const snapshot = anOrder({ buyer: aBuyer({ email: 'not-an-email' }), ...order });
  const letter = { id: 'letter-1', content: null };
  await world.ledger.write(anOrderRecord({ letter, status: 'letter', reason: 'InvalidEmail', dueAt: null, snapshot }));
  await world.ledger.write(aLetterRecord({}, { ...aLetter(), state, event: snapshot }));
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world };
};

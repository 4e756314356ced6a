import { describe, expect, it } from 'vitest';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { anUnknownStep, parkLetterOf, parkUnknown } from '../../support/undecided.ts';
import { makeWorld, type World } from '../../support/world.ts';

const RUNG = ['{"kind":"bell","account":"acme"}'];

describe('an answer', () => {
  it('redrives the letter in the person’s name, rings, and leads back to the page', async () => {
    const { desk, world } = await parked();

    const answer = await desk.send('/letters/letter-1/redrive', {});

    expect([answer.status, answer.headers.get('location')]).toStrictEqual([303, '/letters/letter-1?done=redrive']);
    expect(lastOf(world)).toMatchObject({ action: 'redriven', by: 'erika' });
    expect(world.events.bodies()).toStrictEqual(RUNG);
    expect(textOf(await desk.page('/letters/letter-1?done=redrive'))).toContain(
      'It is tried again as soon as its turn comes.',
    );
  });

  it('discards it with the reason, and a redrive takes that back', async () => {
    const { desk, world } = await parked();

    await desk.send('/letters/letter-1/discard', { reason: ' invoiced by hand ' });
    const page = await desk.page('/letters/letter-1');
    const back = await desk.send('/letters/letter-1/take-back', {});

    expect(page).toContain('action="/letters/letter-1/take-back"');
    expect(world.order()).toMatchObject({ status: 'due', reason: 'Redriven', discarded: null });
    expect(back.status).toBe(303);
  });

  it('names a document that got no answer', async () => {
    const { desk, world } = await unknown();

    await desk.send('/letters/letter-1/adopt', { as: '2026/00042' });

    expect(world.order().steps[0]?.look?.adopt).toStrictEqual({ as: '2026/00042', by: 'erika' });
    expect(world.events.bodies()).toStrictEqual(RUNG);
  });

  it('gives up a document that is certainly not in CO3', async () => {
    const { desk, world } = await unknown();

    await desk.send('/letters/letter-1/send-again', { certain: 'yes' });

    expect(world.order().steps[0]?.state).toBe('written-off');
  });
});

describe('an answer that is refused', () => {
  it.each([
    ['redrive', {}, 'CO3 may have what was sent.'],
    ['discard', { reason: 'by hand' }, 'CO3 may have what was sent.'],
    ['adopt', { as: '' }, 'Give the invoice’s number or its id'],
    ['send-again', {}, 'Look in CO3 first, and say that it is not there.'],
  ])('%s %j says why on the letter’s own page, and does nothing', async (answer, fields, text) => {
    const { desk, world } = await unknown();
    const before = world.ledger.backUp();

    const refused = await desk.send(`/letters/letter-1/${answer}`, fields);

    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain(`That was not done. ${text}`);
    expect(world.ledger.backUp()).toStrictEqual(before);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it('keeps what was typed', async () => {
    const { desk } = await parked();

    const refused = await desk.send('/letters/letter-1/discard', { reason: '"x' });

    expect(await refused.text()).toContain('name="reason" value="&quot;x"');
  });

  it('says so in Hungarian too', async () => {
    const { desk } = await parked();

    const refused = await desk.send('/letters/letter-1/discard', { reason: 'x' }, { 'accept-language': 'hu' });

    expect(textOf(await refused.text())).toContain('Nem történt meg. Írja le 3–200 karakterben');
  });

  it('of two people who redrive one letter, the second is told', async () => {
    const { desk, world } = await parked();

    const answers = await Promise.all([1, 2].map(() => desk.send('/letters/letter-1/redrive', {})));

    expect(answers.map(({ status }) => status).toSorted()).toStrictEqual([303, 409]);
    expect(world.events.bodies()).toStrictEqual(RUNG);
  });

  it.each([['/letters/letter-9/redrive'], ['/letters/letter-1/nonsense'], ['/letters/letter-1/toString']])(
    'there is nothing at %s',
    async (path) => {
      const { desk } = await parked();

      expect((await desk.send(path, {})).status).toBe(404);
    },
  );
});

const lastOf = (world: World) => world.ledger.all('letter')[0]?.letter.history.at(-1);

const parked = async () => opened((world) => parkLetterOf(world, { name: 'InvalidEmail' }));
const unknown = async () => opened((world) => parkUnknown(world, anUnknownStep()));

const opened = async (park: (world: World) => Promise<string>) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  await park(world);
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world };
};

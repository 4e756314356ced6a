import { expect, it } from 'vitest';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { aLetter } from '../../support/ledger-records.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { parkLetterOf } from '../../support/undecided.ts';
import { makeWorld } from '../../support/world.ts';

it('a letter that CO3 may know more about has a button that asks', async () => {
  const { desk: askable } = await deskWith(305, 'IssueDateBeforeLastInvoice');
  const { desk: other } = await deskWith(22, 'InvalidEmail');

  expect(await askable.page('/letters/letter-1')).toContain('action="/letters/letter-1/ask"');
  expect(await other.page('/letters/letter-1')).not.toContain('/ask"');
});

it('shows what CO3 answers, and writes nothing but the lane', async () => {
  const { desk, world, co3 } = await deskWith(305, 'IssueDateBeforeLastInvoice');
  const lettersAndOrders = () => [world.ledger.all('letter'), world.ledger.all('order')];
  const before = lettersAndOrders();

  const answer = await desk.send('/letters/letter-1/ask', {});

  expect(answer.status).toBe(200);
  expect(textOf(await answer.text())).toContain('What CO3 says now');
  expect(co3.methods()).toContain('getInvoices');
  expect(lettersAndOrders()).toStrictEqual(before);
});

it('says in the page’s language when there is nothing to ask', async () => {
  const { desk } = await deskWith(22, 'InvalidEmail');

  const answer = await desk.send('/letters/letter-1/ask', {}, { 'accept-language': 'hu' });

  expect(textOf(await answer.text())).toContain('Erről a CO3-ból nem olvasható ki több');
});

const deskWith = async (code: number, name: string) => {
  const co3 = programmedCo3();
  const world = makeWorld({ transport: co3.transport });
  await parkLetterOf(world, { name, letter: { error: { ...aLetter().error, code, name, fields: [] } } });
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world, co3 };
};

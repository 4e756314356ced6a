import { afterEach, expect, it } from 'vitest';
import { startCo3Server } from '../../infra/local/co3/server.ts';
import { makeCo3Simulator } from '../../infra/local/co3/simulator.ts';
import { readAnswer } from '../../lib/co3/answer.ts';
import { CO3_CODES } from '../../lib/co3/codes.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { makeHttpsTransport, type TransportAnswer } from '../../lib/co3/transport.ts';
import { type Co3Desk, makeCo3Desk } from '../support/co3-desk.ts';
import { GOOD_CALLS } from '../support/co3-good-calls.ts';
import { STORIES } from '../support/co3-stories.ts';
import { makeVirtualClock } from '../support/virtual-clock.ts';

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

it.each(STORIES)('reads $code out of CO3’s answer to $story', async ({ code, arrange, act }) => {
  const desk = await openDesk();
  await arrange?.(desk);

  const answer = await act(desk);

  expect(codesIn(answer)).toStrictEqual([code]);
});

it.each(GOOD_CALLS)('reads no code out of CO3’s answer to %s', async (_story, act) => {
  const desk = await openDesk();
  for (const [, prepare] of GOOD_CALLS.slice(0, 2)) await prepare(desk);

  const answer = await act(desk);

  expect(codesIn(answer)).toStrictEqual([]);
});

it('tells a story for each code of the catalogue, and for no other', () => {
  const told = STORIES.map(({ code }) => code).sort((a, b) => a - b);

  expect(told).toStrictEqual(Object.keys(CO3_CODES).map(Number));
});

it('has a catalogue of 59 codes', () => {
  const count = Object.keys(CO3_CODES).length;

  expect(count).toBe(59);
});

/** Real HTTP on the loopback interface; only the time is virtual. */
const openDesk = async (): Promise<Co3Desk> => {
  const clock = makeVirtualClock(Date.parse('2026-11-22T10:00:00Z'));
  const simulator = makeCo3Simulator({ now: clock.now, seed: 59, dialect: { jitterMs: 0, forintDecimals: 2 } });
  const server = await startCo3Server({ simulator, port: 0 });
  const transport = makeHttpsTransport();
  cleanUps.push(
    () => server.close(),
    () => transport.close(),
  );
  return makeCo3Desk(simulator, clock, (path, body) =>
    transport({ url: `${server.url}${path}`, body, timeoutMs: 5000 }),
  );
};

const codesIn = (answer: TransportAnswer): readonly (number | null)[] => {
  if (answer.kind !== 'answered') throw new Error(`CO3 gave no answer: ${answer.kind}`);
  const read = readAnswer(answer.status, answer.body, { method: 'getContacts', parameters: [] }, PLAIN_CONTRACT);
  if (read.kind === 'unreadable') throw new Error(read.why);
  return read.kind === 'refused' ? read.errors.map(({ code }) => code) : [];
};

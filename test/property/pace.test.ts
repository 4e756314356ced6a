import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCo3Client } from '../../lib/co3/client.ts';
import { command } from '../../lib/co3/command.ts';
import { waitFor, withAnswer } from '../../lib/co3/pace.ts';
import { answered, noAnswer, refused, type Scripted, scriptedCo3, signedIn } from '../support/scripted-co3.ts';
import { makeVirtualClock } from '../support/virtual-clock.ts';

const latency = fc.integer({ min: 0, max: 2_500 });
const idle = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_500 }));

describe('pace', () => {
  it('never lets a third call arrive in any second, wherever within its latency it arrives', () => {
    const call = fc.record({
      latencyMs: latency,
      idleMs: idle,
      arrivesAfter: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
        let now = 0;
        let answeredAt: readonly number[] = [];
        const arrivals = calls.map(({ latencyMs, idleMs, arrivesAfter }) => {
          now += idleMs;
          now += waitFor(answeredAt, now);
          const arrival = now + arrivesAfter * latencyMs;
          now += latencyMs;
          answeredAt = withAnswer(answeredAt, now);
          return arrival;
        });

        expect(leastOfThree(arrivals)).toBeGreaterThanOrEqual(1_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never makes a call wait longer than a second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 4 }), fc.integer(), (answeredAt, now) => {
        expect(waitFor(answeredAt, now)).toBeGreaterThanOrEqual(0);
        expect(waitFor(answeredAt, now)).toBeLessThanOrEqual(1_001);
      }),
    );
  });

  it('holds for a whole connection, with its sign-ins, repeats and failures, and over a change of worker', async () => {
    const kind = fc.constantFrom<Scripted>(
      answered('<result>OK</result>'),
      refused(8),
      refused(10),
      refused(22),
      noAnswer,
    );
    const script = fc.array(fc.record({ kind, latencyMs: latency }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(script, fc.nat(10), async (answers, workerEvery) => {
        const clock = makeVirtualClock(1_800_000_000_000);
        const all = answers.map(({ kind: answer, latencyMs }) => ({ ...answer, latencyMs }));
        // Whatever is asked first, sign-in or call, is answered with a key as well.
        const co3 = scriptedCo3(
          clock,
          all.flatMap((answer) => [{ ...signedIn('S'), latencyMs: answer.latencyMs }, answer]),
        );
        const client = makeCo3Client({
          transport: co3.transport,
          clock,
          random: () => 0,
          baseUrl: 'https://co3.test/api/',
          secrets: { read: async () => JSON.stringify({ apiKey: 'a', username: 'b', password: 'c' }) },
        });
        const account = {
          id: 'acme',
          secret: 's',
          currency: 'HUF',
          seller: { country: 'HU' },
          readBack: { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 },
          contract: {},
        };
        const write = command('setContact', []);
        let connection = client.open(
          account,
          { session: null, answeredAt: [], calls: [] },
          Number.POSITIVE_INFINITY,
          () => undefined,
        );
        for (let calls = 1; co3.requests.length + 14 < all.length * 2; calls += 1) {
          await connection.call(write);
          if (calls % (workerEvery + 1) === 0)
            connection = client.open(account, connection.memory(), Number.POSITIVE_INFINITY, () => undefined);
        }

        expect(leastOfThree(co3.requests.map(({ at }) => at))).toBeGreaterThanOrEqual(1_000);
      }),
      { numRuns: 200 },
    );
  });
});

/** The shortest time from one arrival to the next but one. */
const leastOfThree = (arrivals: readonly number[]): number =>
  Math.min(...arrivals.map((arrival, index) => arrival - (arrivals[index - 2] ?? Number.NEGATIVE_INFINITY)));

import { expect, it } from 'vitest';
import { compare } from './compare.ts';

it('tells the best round of each, whatever disturbs the others', async () => {
  const machine = aMachine();
  const disturbed = (calls: number, ms: number) => () => machine.work(machine.calls % calls === 0 ? 50 : ms);

  const figure = await compare(
    { of: 'work', bar: { most: 2 }, subject: disturbed(3, 2), floor: disturbed(5, 1) },
    { rounds: 6, turnMs: 1, cpuMs: machine.cpuMs },
  );

  expect(figure).toStrictEqual({
    ...{ of: 'work', unit: 'µs CPU', measured: 2_000, floor: 1_000, ratio: 2 },
    bar: { most: 2 },
  });
});

it('lets subject and floor take turns, after each has been warmed up', async () => {
  const machine = aMachine();
  const turns: string[] = [];
  const named = (name: string) => () => {
    turns.push(name);
    machine.work(1);
  };

  await compare(
    { of: 'work', bar: null, subject: named('subject'), floor: named('floor') },
    { rounds: 2, turnMs: 1, cpuMs: machine.cpuMs },
  );

  const warmUp = ['floor', ...Array.from({ length: 8 }, () => 'subject')];
  expect(turns).toStrictEqual([...warmUp, 'floor', 'subject', 'floor', 'subject']);
});

it('makes as many calls a turn as fill it, and waits for each', async () => {
  const machine = aMachine();
  let open = 0;
  let atOnce = 0;
  const subject = async () => {
    open += 1;
    atOnce = Math.max(atOnce, open);
    await Promise.resolve();
    machine.work(3);
    open -= 1;
  };

  const figure = await compare(
    { of: 'work', bar: null, subject, floor: () => machine.work(1) },
    { rounds: 1, turnMs: 40, cpuMs: machine.cpuMs },
  );

  expect({ ...figure, atOnce }).toMatchObject({ measured: 3_000, floor: 1_000, ratio: 3, atOnce: 1 });
  // 1, 10 and 40 calls to fill a turn of the floor, 8 turns to warm up the subject, and a round.
  expect(machine.calls).toBe(1 + 10 + 40 + 8 * 40 + 40 + 40);
});

/** A machine on which only work takes time. */
function aMachine() {
  let at = 0;
  let calls = 0;
  return {
    cpuMs: () => at,
    get calls() {
      return calls;
    },
    work: (ms: number) => {
      at += ms;
      calls += 1;
    },
  };
}

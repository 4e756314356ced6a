import { expect, it } from 'vitest';
import { parseRunOptions } from './soak-options.ts';

it('takes half an hour, twenty accounts and any seed where nothing is said, and writes it down', () => {
  expect(parseRunOptions([], 7)).toStrictEqual({
    ...{ minutes: 30, accounts: 20, seed: 7, sabotage: null, json: false, write: true },
  });
});

it('writes a trial or a sabotaged run down only where it is told to', () => {
  const trial = ['--minutes', '3', '--accounts', '5', '--seed', '1'];

  expect(parseRunOptions([...trial, '--json'], 7)).toStrictEqual({
    ...{ minutes: 3, accounts: 5, seed: 1, sabotage: null, json: true, write: false },
  });
  expect(parseRunOptions([...trial, '--write'], 7)).toMatchObject({ write: true });
  expect(parseRunOptions(['--sabotage', 'book-twice'], 7)).toMatchObject({ sabotage: 'book-twice', write: false });
});

it.each([
  [['--minutes', '1'], '--minutes is a whole number of at least 2, not 1'],
  [['--accounts', 'many'], '--accounts is a whole number of at least 1, not many'],
  [['--sabotage', 'rain'], 'no sabotage is called rain; there are book-twice, drop-messages'],
  [['--minute', '3'], "Unknown option '--minute'"],
])('refuses %j', (args, problem) => {
  expect(() => parseRunOptions(args, 7)).toThrow(problem);
});

it('helps', () => {
  expect(parseRunOptions(['-h'], 7)).toBe('help');
});

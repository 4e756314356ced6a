import { expect, it } from 'vitest';
import { toClockChecks } from '../../../../lib/cli/doctor/check-clocks.ts';

it.each([
  [0, 0, ['machine good goes with that of AWS', 'CO3 good goes with that of AWS']],
  [400, -400, ['machine good goes with that of AWS', 'CO3 good 1 s behind that of AWS']],
  [8_000, 8_000, ['machine good 8 s behind that of AWS', 'CO3 good goes with that of AWS']],
  [-20_000, -20_000, ['machine BAD 20 s ahead of that of AWS', 'CO3 good goes with that of AWS']],
  [0, 90_000, ['machine good goes with that of AWS', 'CO3 BAD 90 s ahead of that of AWS']],
  [null, -90_000, ['CO3 BAD 90 s behind that of this machine']],
  [null, null, []],
])('with AWS %s ms and CO3 %s ms ahead of this machine says %j', (aws, co3, words) => {
  const checks = toClockChecks(aws, co3);

  expect(
    checks.map(({ what, good, says }) => `${what.replace(/clock of (this )?/, '')} ${good ? 'good' : 'BAD'} ${says}`),
  ).toStrictEqual(words);
  expect(checks.every(({ good, next }) => good === (next === ''))).toBe(true);
});

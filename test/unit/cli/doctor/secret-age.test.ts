import { expect, it } from 'vitest';
import { fine } from '../../../../lib/cli/doctor/check.ts';
import { withAge } from '../../../../lib/cli/doctor/secret-age.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const check = fine('secret', 'co3-bridge/acme');

it.each([
  ['2026-12-02T09:00:00Z', 'as it is since 2026-12-02, 0 days'],
  ['2026-12-01T09:00:00Z', 'as it is since 2026-12-01, 1 day'],
  ['2025-12-02T10:00:00Z', 'as it is since 2025-12-02, 365 days'],
  ['2025-12-01T09:00:00Z', 'as it is since 2025-12-01, 366 days: time for a fresh one (docs/operations.md, «Secrets»)'],
])('says how old a secret of %s is', (since, says) => {
  expect(withAge(check, Date.parse(since), NOW)).toStrictEqual({ ...check, says });
});

it('adds the age to what there is to say', () => {
  const said = withAge({ ...check, says: 'no `api`: x' }, NOW, NOW);

  expect(said.says).toBe('no `api`: x; as it is since 2026-12-02, 0 days');
});

it.each([
  ['a faulty secret', { ...check, good: false, says: 'is not there' }, NOW],
  ['a secret of unknown age', check, null],
])('says nothing of the age of %s', (_, given, since) => {
  expect(withAge(given, since, NOW)).toBe(given);
});

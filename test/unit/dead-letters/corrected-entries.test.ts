import { describe, expect, it } from 'vitest';
import { buildLetter, happened, parkAgain } from '../../../lib/dead-letters/build-letter.ts';
import { toCorrectedEntries } from '../../../lib/dead-letters/corrected-entries.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aCorrection, aLetter } from '../../support/ledger-records.ts';

const LATER = '2026-12-02T09:55:00.000Z' as Instant;
const NOW = Date.parse('2026-12-02T10:00:00Z');
const city = { path: 'buyer.address.city', old: 'Budapest', new: 'Pécs' };

describe('the history of corrections', () => {
  it('has one entry for what was corrected at once', () => {
    const entries = toCorrectedEntries([
      aCorrection(),
      aCorrection(city),
      aCorrection({ at: LATER, why: 'she wrote' }),
    ]);

    const { at, by, path, old, new: value } = aCorrection();
    const mail = { path, old, new: value };
    expect(entries).toStrictEqual([
      { at, action: 'corrected', by, why: '', changes: [mail, city] },
      { at: LATER, action: 'corrected', by, why: 'she wrote', changes: [mail] },
    ]);
  });

  it.each([
    ['parked', 'parked'],
    ['closed', 'reopened'],
  ] as const)('of a %s letter has none of them twice', (state, action) => {
    const known = toCorrectedEntries([aCorrection(), aCorrection(city)]);
    const again = { ...built(), history: [...toCorrectedEntries([aCorrection(city)]), ...built().history] };

    const parked = parkAgain(aLetter({ state, history: known }), again);

    expect(parked.history).toStrictEqual([...known, { ...happened('parked', 'bridge', 'InvalidEmail', NOW), action }]);
  });

  it('of a letter takes up what was corrected while it was closed', () => {
    const made = toCorrectedEntries([aCorrection()]);

    const parked = parkAgain(aLetter({ state: 'closed' }), { ...built(), history: [...made, ...built().history] });

    expect(parked.history.map(({ action }) => action)).toStrictEqual(['corrected', 'reopened']);
  });
});

function built() {
  return buildLetter({ ...aLetter(), error: { ...aLetter().error, alarm: false }, tries: 1 }, NOW);
}

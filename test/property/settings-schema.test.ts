import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bridgeTakes, makeSchemaTakes, placesIn, SETTINGS_SAMPLE, withValue } from '../support/settings-sample.ts';

const schemaTakes = makeSchemaTakes();

it('takes the sample that has everything, in the editor as in the bridge', () => {
  expect({ schema: schemaTakes(SETTINGS_SAMPLE), bridge: bridgeTakes(SETTINGS_SAMPLE) }).toStrictEqual({
    schema: true,
    bridge: true,
  });
});

it('refuses in the editor what the bridge refuses, and nothing else', () => {
  const seen = { taken: 0, refused: 0 };

  fc.assert(
    fc.property(changes, (changed) => {
      const tree = changed.reduce<unknown>((one, { path, value }) => withValue(one, path, value), SETTINGS_SAMPLE);

      const taken = bridgeTakes(tree);

      seen[taken ? 'taken' : 'refused'] += 1;
      expect({ tree, taken: schemaTakes(tree) }).toStrictEqual({ tree, taken });
    }),
    { numRuns: 400 },
  );

  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(4);
});

const places = placesIn(SETTINGS_SAMPLE);

/** Of a setting there is, or a word that there is not, beside it. */
const path = fc
  .tuple(fc.constantFrom(...places), fc.constantFrom(null, null, null, 'domestic', 'typo', 'EUR', 'default', 'cash'))
  .map(([place, name]) => (name === null ? place : [...place.slice(0, -1), name]));

const value = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    false,
    0,
    1,
    8,
    30,
    3.5,
    -1,
    400,
    '',
    'x',
    '0',
    '27',
    '27%',
    '100',
    '127',
    'EUT',
  ),
  fc.constantFrom('paid', 'on', 'shop', 'letter', 'skip', 'issue', 'c.o.d.', 'other', 'OTHER', 'HUF', 'HU', 'upper'),
  fc.constantFrom('co3-bridge/', 'co3-bridge/x', 'note', 'note_attributes.', 'note_attributes.x', 'www.acme.hu'),
  fc.constantFrom('2026-12-01', '2026-12-01T00:00:00Z', '2026-02-30T00:00:00+01:00', '2026-12-01T00:00:00'),
  fc.constantFrom([], ['note'], [5], {}, { default: 'paid' }, { EUR: 1 }, { cash: 'paid' }, { shop: '0' }),
);

const changes = fc.array(fc.record({ path, value }), { minLength: 1, maxLength: 2 });

import { expect, it } from 'vitest';
import { makeHeardClock } from '../../../lib/event/heard-clock.ts';

const NOW = Date.parse('2026-12-02T10:00:00.500Z');

it.each([
  ['Wed, 02 Dec 2026 10:00:00 GMT', 0],
  ['Wed, 02 Dec 2026 10:00:30 GMT', 30_000],
  ['Wed, 02 Dec 2026 09:59:00 GMT', -60_000],
  ['yesterday', null],
  [undefined, null],
])('hears from %s that it is ahead by %s', (date, ahead) => {
  const clock = makeHeardClock(() => NOW);

  clock.hear(date);

  expect(clock.aheadMs()).toBe(ahead);
});

it('keeps what it heard last, and nothing that says nothing', () => {
  const clock = makeHeardClock(() => NOW);

  clock.hear('Wed, 02 Dec 2026 10:00:30 GMT');
  clock.hear('Wed, 02 Dec 2026 10:00:10 GMT');
  clock.hear(undefined);

  expect(clock.aheadMs()).toBe(10_000);
});

import { expect, it } from 'vitest';
import type { FaultRule } from '../../../../infra/local/co3/faults.ts';
import { aContact, anInvoice } from '../../../support/co3-acts.ts';
import { GOOD_CALLS } from '../../../support/co3-good-calls.ts';
import { openCo3Desk, savedIn } from '../../../support/co3-on-hand.ts';
import { STORIES } from '../../../support/co3-stories.ts';

it.each(STORIES)('saves nothing of a call that it refuses with $code', async ({ arrange, act }) => {
  const desk = await openCo3Desk();
  await arrange?.(desk);
  const before = savedIn(desk);

  await act(desk);

  expect(desk.simulator.calls.at(-1)?.outcome).toBe('refused');
  expect(savedIn(desk)).toBe(before);
});

it.each(GOOD_CALLS)('saves %s as often as it says so', async (_story, act) => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  const before = savedIn(desk);

  await act(desk);

  expect(savedIn(desk) !== before).toBe(desk.simulator.calls.at(-1)?.outcome === 'saved');
});

it.each<FaultRule>([
  { kind: 'refuse', code: 202 },
  { kind: 'reset' },
  { kind: '503' },
  { kind: 'timeout-before-commit' },
])('saves nothing where the fault $kind comes first', async (rule) => {
  const desk = await openCo3Desk();
  const before = savedIn(desk);
  desk.simulator.fault(rule);

  await aContact(desk);

  expect(savedIn(desk)).toBe(before);
});

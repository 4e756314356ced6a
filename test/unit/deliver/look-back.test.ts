import { expect, it } from 'vitest';
import { newLook } from '../../../lib/deliver/look.ts';
import { dueLook } from '../../../lib/deliver/look-back.ts';
import { aStep } from '../../support/ledger-records.ts';
import { anAccount } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const LOOK = newLook(NOW, anAccount().readBack, false);

it.each([
  ['is due', NOW, true],
  ['is due since a while', NOW - 1, true],
  ['is to come', NOW + 1, false],
  ['is over', null, false],
])('finds the step whose search %s, among others', (_, at, isFound) => {
  const sought = aStep({ purpose: 'storno:1', look: { ...LOOK, at } });

  const found = dueLook({ steps: [aStep(), sought] }, NOW);

  expect(found).toStrictEqual(isFound ? sought : undefined);
});

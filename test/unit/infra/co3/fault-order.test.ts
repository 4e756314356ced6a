import { expect, it } from 'vitest';
import { carryOut, parseFaultOrder } from '../../../../infra/local/co3/fault-order.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';

it('lets CO3 be down for a while, or until all is cleared', async () => {
  const { simulator, clock } = await openCo3Desk();

  carryOut({ kind: 'down', how: 'hang', forMs: 1000 }, simulator);
  const during = simulator.outage;
  clock.advance(1000);
  const later = simulator.outage;
  carryOut({ kind: 'down', how: '503', forMs: null }, simulator);

  expect([during, later, simulator.outage]).toStrictEqual(['hang', null, '503']);
});

it('changes of the dialect what is said and nothing else', async () => {
  const { simulator } = await openCo3Desk();
  const before = simulator.dialect;

  carryOut({ kind: 'dialect', comment: 'dropped', jitterMs: undefined }, simulator);

  expect(simulator.dialect).toStrictEqual({ ...before, comment: 'dropped' });
});

it('lets plain HTTP be refused', async () => {
  const { simulator } = await openCo3Desk();

  carryOut({ kind: 'require-tls', required: true }, simulator);

  expect(simulator.snapshot().requireTls).toBe(true);
});

it.each([
  '{',
  '[]',
  '{"kind":"explode"}',
  '{"kind":"slow"}',
  '{"kind":"late-commit"}',
  '{"kind":"reset","nth":0}',
  '{"kind":"reset","foo":1}',
  '{"kind":"hostile-answer"}',
  '{"kind":"hostile-answer","as":"toString"}',
])('does not take %s', (json) => {
  expect(parseFaultOrder(json)).toStrictEqual({ problem: expect.any(String) });
});

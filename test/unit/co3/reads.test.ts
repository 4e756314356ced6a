import { expect, it } from 'vitest';
import { isWrite, resourceOf } from '../../../lib/co3/command.ts';
import { toProbe } from '../../../lib/co3/reads.ts';
import type { Day } from '../../../lib/event/time.ts';

it.each(['crm', 'finance', 'product'] as const)('probes %s with a read of that resource', (resource) => {
  const { method } = toProbe(resource, '2026-11-22' as Day);

  expect(isWrite(method)).toBe(false);
  expect(resourceOf(method)).toBe(resource);
});

import * as z from 'zod';
import { HOSTILE_ANSWERS, isHostileAnswer } from './hostile.ts';
import type { Co3Simulator } from './simulator-types.ts';

const ms = z.int().min(0).max(3_600_000);
const whichCalls = {
  method: z.string().min(1).optional(),
  nth: z.int().min(1).optional(),
  times: z.int().min(1).nullable().optional(),
};

/** What can be ordered by hand. */
const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...whichCalls, kind: z.literal('refuse'), code: z.int().min(1), text: z.string().optional() }),
  z.strictObject({ ...whichCalls, kind: z.enum(['slow', 'stale-read']), ms }),
  z.strictObject({ ...whichCalls, kind: z.literal('late-commit'), ms, how: z.enum(['hang', 'reset']).optional() }),
  z.strictObject({
    ...whichCalls,
    kind: z.literal('hostile-answer'),
    as: z.string().refine(isHostileAnswer, { error: `one of ${Object.keys(HOSTILE_ANSWERS).join(', ')}` }),
  }),
  z.strictObject({
    ...whichCalls,
    kind: z.enum([
      'commit-then-cut',
      'commit-then-html',
      'reset',
      'timeout-before-commit',
      'hang-after-commit',
      '503',
      'truncated-xml',
    ]),
  }),
  z.strictObject({
    kind: z.literal('down'),
    how: z.enum(['reset', 'hang', '503', 'unreachable']),
    forMs: ms.nullable(),
  }),
  z.strictObject({ kind: z.literal('require-tls'), required: z.boolean() }),
  z.strictObject({
    kind: z.literal('dialect'),
    comment: z.enum(['whole', 'cut-200', 'first-half', 'dropped']).optional(),
    rounding: z.enum(['row', 'total']).optional(),
    forintDecimals: z.union([z.literal(0), z.literal(2)]).optional(),
    jitterMs: ms.optional(),
  }),
]);

export type FaultOrder = z.output<typeof orderSchema>;

/** An order out of JSON, or what is wrong with it. */
export const parseFaultOrder = (json: string): { readonly order: FaultOrder } | { readonly problem: string } => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: 'not JSON' };
  }
  const parsed = orderSchema.safeParse(value);
  return parsed.success ? { order: parsed.data } : { problem: z.prettifyError(parsed.error) };
};

export const carryOut = (order: FaultOrder, simulator: Co3Simulator): void => {
  switch (order.kind) {
    case 'down':
      simulator.down(order.forMs === null ? null : simulator.now() + order.forMs, order.how);
      return;
    case 'require-tls':
      simulator.setRequireTls(order.required);
      return;
    case 'dialect': {
      const { kind: _kind, ...part } = order;
      simulator.setDialect(Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)));
      return;
    }
    default:
      simulator.fault(order);
  }
};

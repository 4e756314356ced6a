import * as z from 'zod';
import { fail, ok, type Result } from '../../event/result.ts';
import { parseInstant } from '../../event/time.ts';
import { type Fields, isFields } from './fields.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'is no currency');
const instant = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: 'is no moment with an offset' });
  return z.NEVER;
});

// Versions of the API differ and vendors' schemas are contradicted by real orders, so nothing more is required.
const headSchema = z.object({
  created_at: instant,
  updated_at: instant,
  currency,
  presentment_currency: currency.nullish(),
  cancelled_at: instant.nullish(),
  total_price: z.union([z.string(), z.number()]),
  line_items: z.array(z.custom<Fields>(isFields, 'is no object')),
});

/** What an order cannot do without. */
export type OrderHead = z.output<typeof headSchema>;

/** The problem names each place that is missing or no such thing, without its value. */
export const parseHead = (body: Fields): Result<OrderHead, string> => {
  const parsed = headSchema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
};

import * as z from 'zod/mini';
import { IN_ENGLISH } from '../../event/in-english.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { parseInstant } from '../../event/time.ts';
import { whenAsked } from '../../event/when-asked.ts';
import { momentOf } from '../moment-of.ts';
import { type Fields, isFields } from './fields.ts';

const toCurrency = () => z.string().check(z.regex(/^[A-Z]{3}$/, 'is no currency'));
const toMoment = () => momentOf(parseInstant, 'is no moment with an offset');

// Versions of the API differ and vendors' schemas are contradicted by real orders, so nothing more is required.
const headSchema = whenAsked(() =>
  z.object({
    created_at: toMoment(),
    updated_at: toMoment(),
    currency: toCurrency(),
    presentment_currency: z.nullish(toCurrency()),
    cancelled_at: z.nullish(toMoment()),
    total_price: z.union([z.string(), z.number()]),
    line_items: z.array(z.custom<Fields>(isFields, 'is no object')),
  }),
);

/** What an order cannot do without. */
export type OrderHead = z.output<ReturnType<typeof headSchema>>;

/** The problem names each place that is missing or no such thing, without its value. */
export const parseHead = (body: Fields): Result<OrderHead, string> => {
  const parsed = headSchema().safeParse(body, IN_ENGLISH);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
};

import * as z from 'zod/mini';
import { IN_ENGLISH } from '../../event/in-english.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { whenAsked } from '../../event/when-asked.ts';
import { type Fields, isFields } from '../fields.ts';
import { momentOf } from '../moment-of.ts';
import { parseGmt } from './state.ts';

const toGmt = () => momentOf(parseGmt, 'is no moment');

const toId = () =>
  z
    .union([z.pipe(z.int().check(z.nonnegative()), z.transform(String)), z.string().check(z.regex(/^\d+$/))])
    .check(z.refine((text) => text !== '0', 'is no id'));

// The times in UTC tell version 3 of the API from the older ones; plugins keep to little else.
const orderSchema = whenAsked(() =>
  z.object({
    id: toId(),
    status: z.string().check(z.minLength(1)),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'is no currency')),
    date_created_gmt: toGmt(),
    date_modified_gmt: toGmt(),
    total: z.union([z.string(), z.number()]),
    line_items: z.array(z.custom<Fields>(isFields, 'is no object')),
  }),
);

const productSchema = whenAsked(() =>
  z.object({
    id: toId(),
    type: z.string().check(z.minLength(1)),
    name: z.string(),
    date_modified_gmt: toGmt(),
  }),
);

/** What an order cannot do without. */
export type OrderHead = z.output<ReturnType<typeof orderSchema>>;
/** What a product cannot do without. */
export type ProductHead = z.output<ReturnType<typeof productSchema>>;

export const parseOrderHead = (body: Fields): Result<OrderHead, string> => parseHead(orderSchema(), body, 'order');

export const parseProductHead = (body: Fields): Result<ProductHead, string> =>
  parseHead(productSchema(), body, 'product');

/** The problem names each place that is missing or no such thing, without its value. */
const parseHead = <T>(schema: z.ZodMiniType<T>, body: Fields, resource: string): Result<T, string> => {
  const parsed = schema.safeParse(body, IN_ENGLISH);
  if (parsed.success) return ok(parsed.data);
  // The legacy API puts everything one level deeper.
  if (isFields(body[resource])) return fail('the webhook is of the legacy API; its version must be WP REST API v3');
  const faults = parsed.error.issues.slice(0, FAULTS_SHOWN);
  return fail(faults.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
};

const FAULTS_SHOWN = 20;

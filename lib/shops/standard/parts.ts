import * as z from 'zod/mini';
import { parseInstant } from '../../event/time.ts';
import { momentOf } from '../moment-of.ts';

/** The schema with what it is for, which its JSON Schema shows. */
export const described = <Schema extends z.ZodMiniType>(schema: Schema, says: string): Schema =>
  schema.check(z.describe(says));

/** Of order, product, item or place: it becomes part of keys and of the marker on an invoice. */
export const id = z
  .string()
  .check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/, 'is none of 1 to 64 letters without accents, digits and . _ : -'));

/** A moment with its offset from UTC, as an instant. */
export const moment = momentOf(parseInstant, 'is no moment with an offset, such as 2026-12-02T10:00:00+01:00').check(
  z.meta({ format: 'date-time', description: 'With an offset from UTC, such as 2026-12-02T10:00:00+01:00' }),
);

export const minor = described(z.int(), 'In minor units of `currency`: 195566 is 1955.66 HUF, 1250 is 12.50 EUR');

export const quantity = described(
  z.string().check(z.regex(/^\d+(\.\d+)?$/, 'is no decimal text such as "2" or "1.5"')),
  'A decimal as text, so that no digit is lost: "2" or "1.5"',
);

export const text = z.string();
export const textOrNone = z._default(z.string(), '');

export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'is no currency such as HUF'));

/** Of what is told, on the sender's own clock. */
export const changedAt = described(
  z.optional(moment),
  'When it was last changed in the shop. The newest counts, and an older one is dropped; without it, `timestamp` of the webhook',
);

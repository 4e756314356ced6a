import * as z from 'zod';
import { parseInstant } from '../../event/time.ts';

/** Of order, product, item or place: it becomes part of keys and of the marker on an invoice. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'is none of 1 to 64 letters without accents, digits and . _ : -');

/** A moment with its offset from UTC, as an instant. */
export const moment = z
  .string()
  .transform((text, context) => {
    const at = parseInstant(text);
    if (at !== undefined) return at;
    context.addIssue({ code: 'custom', message: 'is no moment with an offset, such as 2026-12-02T10:00:00+01:00' });
    return z.NEVER;
  })
  .meta({ format: 'date-time', description: 'With an offset from UTC, such as 2026-12-02T10:00:00+01:00' });

export const minor = z.int().describe('In minor units of `currency`: 195566 is 1955.66 HUF, 1250 is 12.50 EUR');

export const quantity = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'is no decimal text such as "2" or "1.5"')
  .describe('A decimal as text, so that no digit is lost: "2" or "1.5"');

export const text = z.string();
export const textOrNone = z.string().default('');

export const currency = z.string().regex(/^[A-Z]{3}$/, 'is no currency such as HUF');

/** Of what is told, on the sender's own clock. */
export const changedAt = moment.optional().meta({
  description:
    'When it was last changed in the shop. The newest counts, and an older one is dropped; without it, `timestamp` of the webhook',
});

import * as z from 'zod';
import type { Letter, LetterChange, LetterError, LetterField, LetterHistory } from '../../dead-letters/letter.ts';
import { instant } from '../../event/snapshot-parts.ts';

// The compiler holds each part to the letter's own type: every field is named, and each has every word that the type allows.
type PartsOf<T> = { readonly [field in keyof T]-?: z.core.$ZodType<T[field]> };

const words = <W extends string>(all: Readonly<Record<W, true>>) => z.enum(Object.keys(all) as W[]);

const field = z.object({
  tag: z.string(),
  path: z.string(),
  value: z.string(),
  allowed: z.array(z.string()),
} satisfies PartsOf<LetterField>);

const error = z.object({
  code: z.number().int().nullable(),
  name: z.string(),
  module: z.string(),
  scope: words<LetterError['scope']>({ call: true, message: true, lane: true }),
  fixedBy: words<LetterError['fixedBy']>({
    'buyer-data': true,
    settings: true,
    'co3-admin': true,
    accountant: true,
    developer: true,
  }),
  text: z.string(),
  fields: z.array(field),
  advice: z.object({ en: z.string(), hu: z.string() }),
  docs: z.string(),
} satisfies PartsOf<LetterError>);

const change = z.object({ path: z.string(), old: z.string(), new: z.string() } satisfies PartsOf<LetterChange>);

const history = z.object({
  at: instant,
  action: words<LetterHistory['action']>({
    parked: true,
    redriven: true,
    adopted: true,
    'sent-again': true,
    discarded: true,
    reopened: true,
    corrected: true,
    closed: true,
  }),
  by: z.string(),
  why: z.string(),
  changes: z.array(change),
} satisfies PartsOf<LetterHistory>);

/** A letter for programs that read the queue `dead-letters` or `bridge dlq … --json`. The bridge itself never reads one by it. */
export const letterSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  shop: z.string(),
  account: z.string(),
  state: words<Letter['state']>({ parking: true, parked: true, redriving: true, closing: true, closed: true }),
  parkedAt: instant,
  subject: z.object({
    kind: words<Letter['subject']['kind']>({ order: true, listing: true, product: true, stock: true, message: true }),
    id: z.string(),
    label: z.string(),
  } satisfies PartsOf<Letter['subject']>),
  error,
  event: z.unknown(),
  call: z.object({ method: z.string(), xml: z.string() }).nullable(),
  tries: z.object({ count: z.number().int(), first: instant, last: instant } satisfies PartsOf<Letter['tries']>),
  history: z.array(history),
} satisfies PartsOf<Letter>);

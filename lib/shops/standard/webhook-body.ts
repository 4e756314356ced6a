import * as z from 'zod/mini';
import { IN_ENGLISH } from '../../event/in-english.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { whenAsked } from '../../event/when-asked.ts';
import { productData, stockData } from './goods-data.ts';
import { orderData } from './order-data.ts';
import { described, moment } from './parts.ts';

/** The whole body of a webhook. `data.kind` says what it tells of; the type decides nothing. */
export const webhookBody = whenAsked(() =>
  z.strictObject({
    type: z.string().check(
      z.minLength(1),
      z.meta({
        description: 'What happened, such as order.updated; it decides nothing, since `data` tells the whole state',
        examples: ['order.updated', 'product.updated', 'stock.updated'],
      }),
    ),
    timestamp: described(moment, 'When it happened'),
    data: z.discriminatedUnion('kind', [orderData(), productData(), stockData()]),
  }),
);

export type WebhookBody = z.output<ReturnType<typeof webhookBody>>;

/** The problem names each fault by its place, without the value. */
export const parseWebhookBody = (body: unknown): Result<WebhookBody, string> => {
  const parsed = webhookBody().safeParse(body, { error: explain });
  if (parsed.success) return ok(parsed.data);
  const { issues } = parsed.error;
  const faults = issues.slice(0, FAULTS_SHOWN).map(({ path, message }) => `${path.join('.') || 'the body'} ${message}`);
  const more = issues.length - faults.length;
  return fail([...faults, ...(more > 0 ? [`and ${more} more`] : [])].join('; '));
};

const FAULTS_SHOWN = 20;
const KEYS_SHOWN = 5;

/** In words that hold nothing of the value: it may be a person's. */
const explain = (issue: z.core.$ZodRawIssue) => {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'is no whole number' : `is no ${issue.expected}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'is none of order, product, stock';
    case 'too_small':
      return 'is empty';
    case 'too_big':
      return 'is too large';
    case 'unrecognized_keys':
      return `has what is not known: ${issue.keys.slice(0, KEYS_SHOWN).map(toName).join(', ')}`;
    default:
      return IN_ENGLISH.error(issue);
  }
};

/** A name may be anything too; one that is a word is the sender's slip. */
const toName = (key: string): string => (/^[A-Za-z_]\w{0,39}$/.test(key) ? key : 'a name that is no word');

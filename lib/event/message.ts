import * as z from 'zod/mini';
import { IN_ENGLISH } from './in-english.ts';
import { fail, ok, type Result } from './result.ts';
import { snapshotSchema } from './snapshot.ts';
import { ownId } from './snapshot-parts.ts';
import { whenAsked } from './when-asked.ts';

/** SQS takes no larger message; the queue's own MaximumMessageSize says the same (infra/queues.yml). */
export const MAX_MESSAGE_BYTES = 1_048_576;

const toSnapshotMessage = () =>
  z.strictObject({
    kind: z.literal('snapshot'),
    shop: z.string(),
    traceId: z.string(),
    snapshot: snapshotSchema(),
  });

/** A buyer wants to be forgotten; the shop's ids of their orders. */
const toRedactMessage = () =>
  z.strictObject({
    kind: z.literal('redact'),
    shop: z.string(),
    traceId: z.string(),
    orders: z.array(ownId),
  });

/** A genuine webhook that is not an order we can go on with; it becomes a letter of that name. */
const toProblemMessage = () =>
  z.strictObject({
    kind: z.literal('problem'),
    shop: z.string(),
    traceId: z.string(),
    problem: z.enum(['UnreadablePayload', 'WrongShop', 'OrderTooLarge', 'GoodsTooLarge', 'DataRequested']),
    /** The place in the body and what is wrong there, without the value. */
    detail: z.string(),
    topic: z.string(),
    orderId: z.nullable(z.string()),
    /** SHA-256 of the raw body: a repeat is the same letter. */
    bodyDigest: z.string(),
    /** The raw body, gzip and base64; null where it would not fit. */
    body: z.nullable(z.string()),
  });

/** Something may be due for this account. */
const toBellMessage = () => z.strictObject({ kind: z.literal('bell'), account: z.string() });

/** A letter that somebody moved here from `dead-letters` in the AWS console: only its id is used, the ledger has the rest. */
const toLetterMessage = () =>
  z.pipe(
    z.looseObject({ version: z.literal(1), id: z.string(), subject: z.looseObject({}), error: z.looseObject({}) }),
    z.transform(({ id }) => ({ kind: 'letter' as const, id })),
  );

const eventMessageSchema = whenAsked(() =>
  z.union([
    z.discriminatedUnion('kind', [toSnapshotMessage(), toRedactMessage(), toProblemMessage(), toBellMessage()]),
    toLetterMessage(),
  ]),
);

/** What stands in the queue `events`. */
export type EventMessage = z.output<ReturnType<typeof eventMessageSchema>>;
export type SnapshotMessage = z.output<ReturnType<typeof toSnapshotMessage>>;
export type RedactMessage = z.output<ReturnType<typeof toRedactMessage>>;
export type ProblemMessage = z.output<ReturnType<typeof toProblemMessage>>;
/** What we send there ourselves. */
export type SentMessage = Exclude<EventMessage, { kind: 'letter' }>;

/** The queue `events`, as a sender sees it. It rejects where the queue did not take the message, with `MessageTooLarge` where it never will. */
export interface EventQueue {
  send(message: SentMessage): Promise<void>;
}

/** The message is larger than MAX_MESSAGE_BYTES. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

/** A message as it stands in the queue. Throws `MessageTooLarge` where it would not fit. */
export const toMessageBody = (message: SentMessage): string => {
  const body = toAsciiJson(message);
  // The text is ASCII: as many bytes as characters.
  if (body.length > MAX_MESSAGE_BYTES) throw new MessageTooLarge();
  return body;
};

/** JSON in ASCII alone: SQS refuses some characters and alters others. */
export const toAsciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const parseEventMessage = (body: string): Result<EventMessage, string> => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return fail('not JSON');
  }
  const parsed = eventMessageSchema().safeParse(json, IN_ENGLISH);
  return parsed.success ? ok(parsed.data) : fail(z.prettifyError(parsed.error));
};

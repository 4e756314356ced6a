import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { toOwnError } from '../co3/own-problems.ts';
import type { Notice } from '../deliver/ports.ts';
import { type EventMessage, parseEventMessage, type SentMessage } from '../event/message.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { subjectOf } from '../event/snapshot.ts';
import { whenAsked } from '../event/when-asked.ts';
import { buildLetter, toLetterId } from './build-letter.ts';
import type { Letter, LetterRecord } from './letter.ts';
import type { LetterRefusal } from './letter-refusal.ts';

/** The id of the letter of a message that the queue `events` gave up: each arrival is a letter of its own. */
export const strayIdOf = (messageId: string): string => toLetterId(['never-merged', messageId]);

export const isStray = ({ letter }: LetterRecord): boolean => isStrayName(letter.error);

/** As `isStray`, by what a line of the list has of its letter too. */
export const isStrayName = ({ name }: { readonly name: string }): boolean => name === 'NeverMerged';

/** The letter of a message that never was written down. It tells what the message says, and keeps it where it fits. */
export const toStrayLetter = ({ messageId, body }: Pick<Notice, 'messageId' | 'body'>, now: number): Letter => {
  const { shop, label, what } = toTold(body);
  const isKept = gzipSync(body).byteLength <= MAX_PACKED_BODY;
  return buildLetter(
    {
      shop,
      // The tick does not read the settings, which say whose account it is.
      account: '',
      subject: { kind: 'message', id: messageId, label },
      error: toOwnError('NeverMerged', isKept ? what : `${what} ${NOT_KEPT}`, []),
      id: strayIdOf(messageId),
      event: { body: isKept ? body : null },
      call: null,
      tries: 1,
    },
    now,
  );
};

/** The message of such a letter, as it can be sent once more. */
export const strayMessageOf = ({ event }: Letter): Result<SentMessage, LetterRefusal> => {
  const kept = keptBody().safeParse(event);
  if (!kept.success) return fail(BODY_NOT_KEPT);
  const message = parseEventMessage(kept.data.body);
  return message.ok && message.value.kind !== 'letter' ? ok(message.value) : fail(NOT_FOR_THE_QUEUE);
};

// A record has room for 300,000 bytes, and the letter is more than the message.
const MAX_PACKED_BODY = 200_000;

const keptBody = whenAsked(() => z.object({ body: z.string() }));

const NOT_KEPT = 'It is too large to be kept here: only the queue has it, for some days more.';

const BODY_NOT_KEPT: LetterRefusal = {
  why: 'not-kept',
  text: 'The message was too large to be kept in the letter. While it is in the queue `…-dead-letters`, move it back to `…-events` in the AWS console, or let the shop send it once more; then discard the letter.',
};

const NOT_FOR_THE_QUEUE: LetterRefusal = {
  why: 'not-kept',
  text: 'This version of the bridge cannot read the message, so that it would only be given up once more. Let the shop send its matter anew, and discard the letter.',
};

interface Told {
  readonly shop: string;
  readonly label: string;
  readonly what: string;
}

const toTold = (body: string): Told => {
  const message = parseEventMessage(body);
  return message.ok
    ? toldBy(message.value)
    : { shop: '', label: 'message', what: 'A message in a form that nobody knows here was given up.' };
};

const toldBy = (message: EventMessage): Told => {
  switch (message.kind) {
    case 'snapshot': {
      const { shop, snapshot } = message;
      const about = subjectOf(snapshot);
      const label = snapshot.kind === 'order' ? snapshot.number : about;
      return { shop, label, what: `What the shop ${shop} said of ${about} at ${snapshot.changedAt} was given up.` };
    }
    case 'redact': {
      const { shop, orders } = message;
      const what = `A buyer of the shop ${shop} asked to be forgotten (orders ${orders.join(', ')}); that was given up.`;
      return { shop, label: 'customers/redact', what };
    }
    case 'problem': {
      const { shop, topic, problem } = message;
      return { shop, label: topic, what: `A webhook of the shop ${shop} (${problem}) was given up.` };
    }
    case 'letter': {
      const { id } = message;
      return { shop: '', label: id, what: `The letter ${id}, which this ledger does not know, was given up.` };
    }
    case 'bell': {
      const { account } = message;
      return { shop: '', label: account, what: `A bell for the account ${account} was given up.` };
    }
    default:
      return message satisfies never;
  }
};

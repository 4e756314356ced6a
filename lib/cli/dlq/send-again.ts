import type { Letter } from '../../dead-letters/letter.ts';
import { sendAgain } from '../../dead-letters/send-again.ts';
import type { Step } from '../../deliver/step-records.ts';
import type { Io } from '../io.ts';
import type { Opened } from '../open.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { good, text } from '../view/block.ts';
import { toTimeText } from '../view/time-text.ts';
import { toPerson } from './dlq-options.ts';

/** Gives up what got no answer, and says what may come of it. */
export const sendLetterAgain = async (
  io: Io,
  { ports, settings }: Pick<Opened, 'ports' | 'settings'>,
  { id, account }: Letter,
): Promise<Outcome> => {
  const readBack = settings.accounts.get(account)?.readBack;
  if (readBack === undefined)
    return misused(`The letter’s account \`${account}\` is not in the settings. Put it back into shops.yml.`);
  const sent = await sendAgain(ports, id, toPerson(io), io.now(), readBack);
  if (!sent.ok) return refused(sent.problem.text);
  const { order, writtenOff } = sent.value;
  await ports.events.send({ kind: 'bell', account: order.account });
  const until = writtenOff.look?.until ?? null;
  const next = writtenOff.payment === null ? nextMarker(writtenOff) : null;
  return shown(
    { letter: id, order: order.key, status: order.status, writtenOff: writtenOff.marker, nextMarker: next, until },
    [
      good(
        `Given up: ${writtenOff.purpose} counts as not sent, and order ${order.number} is planned by its newest state.`,
      ),
      text(next === null ? PAYMENT_RISK : documentRisk(next, until)),
    ],
  );
};

/** The marker of what is sent in the step's place. */
const nextMarker = ({ marker, generation }: Step): string =>
  `${marker.slice(0, marker.lastIndexOf('/'))}/${generation + 1}`;

const documentRisk = (next: string, until: number | null): string =>
  [
    `What is sent in its place bears the marker\n  ${next}`,
    `The first one may be in CO3 after all. Then there are two, and one of them must be cancelled there. CO3 is watched${until === null ? '' : ` until ${toTimeText(until)}`}; a find after that sending is the letter DuplicateFound.`,
  ].join('\n');

const PAYMENT_RISK =
  'The balance of the invoice is read before anything is booked, so that what CO3 shows as paid is not booked again. A booking that shows only later is there twice: look at the balance once more tomorrow.';

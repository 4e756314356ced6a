import type { OrderKey } from '../../event/snapshot.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { toLiveDocuments } from '../live-documents.ts';
import { newLook } from '../look.ts';
import type { OrderRecord } from '../records.ts';
import type { LiveDocument, Step } from '../step-records.ts';
import { type Content, updateRecord, type Writer } from '../update-record.ts';

/** `known`: the table had them all; `completed`: its order lacked some; `recovered`: it does not know the order. */
export type Written = 'known' | 'completed' | 'recovered';

/** Gives the ledger the documents of one order that it does not have. Under the lane's lease alone, and repeating it changes nothing. */
export const writeBack = async (
  deps: Writer,
  account: AccountSettings,
  key: OrderKey,
  documents: readonly LiveDocument[],
  now: number,
): Promise<Written> => {
  let written: Written = 'known';
  const order = await updateRecord(deps, 'order', key, (current) => {
    if (current === undefined) return undefined;
    const next = completed(current, documents, account, now);
    written = next === current ? 'known' : 'completed';
    return next;
  });
  if (order !== undefined) return written;
  await updateRecord(deps, 'recovered', key, (current) => {
    const known = current?.documents ?? [];
    const lacking = documents.filter(({ marker }) => known.every((one) => one.marker !== marker));
    written = lacking.length === 0 ? 'known' : 'recovered';
    if (lacking.length === 0) return current;
    return { kind: 'recovered', account: account.id, documents: inTurn([...known, ...lacking]) };
  });
  return written;
};

const completed = (
  order: OrderRecord,
  documents: readonly LiveDocument[],
  account: AccountSettings,
  now: number,
): Content<OrderRecord> => {
  let { steps, documents: live } = order;
  for (const document of documents) {
    const { marker, id } = document;
    const known = live.find((one) => one.marker === marker);
    if (known !== undefined && known.id !== null) continue;
    const step = steps.findLast((one) => one.marker === marker && one.state !== 'refused');
    if (step?.state === 'written-off') {
      // It may have been sent again meanwhile: the search finds it and tells.
      if (!step.doubles.includes(id ?? '') && !isLookedFor(step, now))
        steps = steps.map((one) => (one === step ? lookedFor(step, account, now) : one));
      continue;
    }
    const [sent = document] = step === undefined ? [] : toLiveDocuments(step, id, document.totalMinor);
    live =
      known === undefined
        ? inTurn([...live, { ...sent, paidMinor: document.paidMinor }])
        : live.map((one) => (one === known ? named(known, document) : one));
    if (step !== undefined) steps = steps.map((one) => (one === step ? asDone(step, id, now) : one));
  }
  return live === order.documents && steps === order.steps
    ? order
    : { ...order, documents: live, steps, status: 'due', reason: 'LedgerRebuilt', dueAt: now, starts: 0 };
};

/** The document that CO3 had taken without saying its id. */
const named = (known: LiveDocument, { id, totalMinor }: LiveDocument): LiveDocument => ({
  ...known,
  id,
  shownMinor: totalMinor === known.totalMinor ? known.shownMinor : totalMinor,
});

const asDone = (step: Step, id: string | null, now: number): Step => ({
  ...step,
  state: 'done',
  id,
  endedAt: step.endedAt ?? now,
  document: null,
  look: null,
});

const HOUR_MS = 60 * 60_000;

const isLookedFor = ({ look }: Step, now: number): boolean => look !== null && look.at !== null && look.at <= now;

const lookedFor = (step: Step, { readBack }: AccountSettings, now: number): Step => ({
  ...step,
  look: { ...(step.look ?? newLook(step.sentAt, readBack, true)), at: now, until: now + HOUR_MS },
});

/** As they were made: CO3's ids rise. One without an id stays where it stands. */
const inTurn = (documents: readonly LiveDocument[]): readonly LiveDocument[] =>
  documents.every(({ id }) => id !== null) ? documents.toSorted((a, b) => Number(a.id) - Number(b.id)) : documents;

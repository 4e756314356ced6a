import type { ShownInvoice } from '../co3/invoice-reads.ts';
import type { OrderKey } from '../event/snapshot.ts';
import { toBudapestDay } from '../event/time.ts';
import type { LaneRecord, Proof, ProofDocument } from './lane-records.ts';
import { afterFailure, afterNothing, newLook } from './look.ts';
import type { OrderRecord } from './records.ts';
import type { Searching } from './search-documents.ts';
import { searchByMarker } from './search-documents.ts';
import type { Step } from './step-records.ts';
import { type Content, updateRecord } from './update-record.ts';
import type { Work } from './work.ts';

const MINUTE_MS = 60_000;
/** After a document that was no proof, another is not tried at once. */
const TRY_AGAIN_AFTER_MS = 60 * MINUTE_MS;

type Lane = Content<LaneRecord>;

/** A document was done: where it is not known whether CO3 keeps markers, it is to show that. */
export const withCandidate = (
  lane: Lane,
  order: OrderKey,
  { marker, document, currency, totalMinor, sentAt }: Step,
  id: string | null,
  { account, contract, deps }: Pick<Work, 'account' | 'contract' | 'deps'>,
): Lane => {
  const { provenAt, candidate, failed } = lane.proof;
  if (provenAt !== null || candidate !== null || document === null || !contract.assumptions.commentKept) return lane;
  if (failed !== null && deps.clock.now() - failed.at < TRY_AGAIN_AFTER_MS) return lane;
  const at = sentAt + account.readBack.settleSeconds * 1_000;
  const { contactId, corrects } = document;
  return {
    ...lane,
    proof: {
      ...lane.proof,
      candidate: { order, marker, id, contactId, corrects, currency, totalMinor, sentAt, reads: 0, at },
    },
  };
};

/** A document was found by its whole marker, with the sum, currency and day that were sent: CO3 keeps markers. */
export const withProof = (lane: Lane, now: number): Lane =>
  lane.proof.provenAt === null ? { ...lane, proof: { provenAt: now, candidate: null, failed: null } } : lane;

/** The document that is to show it by now. */
export const dueProof = ({ proof }: Pick<LaneRecord, 'proof'>, now: number): ProofDocument | undefined =>
  proof.candidate !== null && proof.candidate.at <= now ? proof.candidate : undefined;

/** Whether what CO3 shows is what was sent. */
export const isAsSent = (
  shown: Pick<ShownInvoice, 'currency' | 'grossMinor' | 'issueDay'>,
  sent: Pick<ProofDocument, 'currency' | 'totalMinor' | 'sentAt'>,
): boolean =>
  shown.currency === sent.currency &&
  shown.grossMinor === sent.totalMinor &&
  shown.issueDay === toBudapestDay(sent.sentAt);

/** Searches CO3 for the account's first document by its marker, and keeps what that shows. */
export const proveMarker = async (
  work: Searching & Pick<Work, 'account' | 'deps'>,
  candidate: ProofDocument,
): Promise<void> => {
  const { lane, deps, account } = work;
  const search = await searchByMarker(work, candidate, []);
  const now = deps.clock.now();
  if (search.kind === 'failed') {
    const look = newLook(candidate.sentAt, account.readBack, false);
    if (search.isAnswered && afterFailure(look, candidate.sentAt, account.readBack, now).isPersonAsked) {
      await lane.change((state) =>
        withFailure(state, now, 'CO3 could not be searched for a document that it has taken.'),
      );
      deps.log.warn('marker not proven', { account: lane.account });
      return;
    }
    await lane.change((state) => withCandidateAt(state, candidate, candidate.reads, now + MINUTE_MS));
    return;
  }
  const [shown] = search.found;
  if (shown !== undefined && isAsSent(shown, candidate)) {
    await lane.change((state) => withProof(state, now));
    deps.log.info('marker proven', { account: lane.account });
    return;
  }
  if (shown !== undefined) {
    await tellOtherAmount(work, candidate, shown);
    await lane.change((state) => withFailure(state, now, 'CO3 shows another sum, currency or date than was sent.'));
    return;
  }
  const look = afterNothing(
    { ...newLook(candidate.sentAt, account.readBack, false), reads: candidate.reads },
    candidate.sentAt,
    [],
    account.readBack,
    now,
  );
  if (!look.isPersonAsked && look.at !== null) {
    const { at, reads } = look;
    await lane.change((state) => withCandidateAt(state, candidate, reads, at));
    return;
  }
  await lane.change((state) =>
    withFailure(state, now, 'CO3 does not show the marker of a document that it has taken.'),
  );
  deps.log.warn('marker not proven', { account: lane.account });
};

const withCandidateAt = (lane: Lane, candidate: ProofDocument, reads: number, at: number): Lane => ({
  ...lane,
  proof: { ...lane.proof, candidate: { ...candidate, reads, at } },
});

const withFailure = (lane: Lane, at: number, why: string): Lane => {
  const proof: Proof = { provenAt: null, candidate: null, failed: { at, why } };
  return { ...lane, proof };
};

const tellOtherAmount = async (
  { deps }: Pick<Work, 'deps'>,
  { order, marker, totalMinor }: ProofDocument,
  { grossMinor }: ShownInvoice,
): Promise<void> => {
  if (grossMinor === null || grossMinor === totalMinor) return;
  const now = deps.clock.now();
  await updateRecord(deps, 'order', order, (current): Content<OrderRecord> | undefined =>
    current === undefined
      ? undefined
      : {
          ...current,
          documents: current.documents.map((document) =>
            document.marker === marker ? { ...document, shownMinor: grossMinor } : document,
          ),
          status: 'due',
          reason: 'AmountDiffers',
          dueAt: now,
        },
  );
};

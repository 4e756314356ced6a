import { type Co3Command, toXml } from '../co3/command.ts';
import { toContactCommand } from '../co3/contact-command.ts';
import type { Contract } from '../co3/contract.ts';
import { toDocumentCommand } from '../co3/document-command.ts';
import { type Prediction, predictRefusals } from '../co3/predict.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { documentDates } from '../translate/dates.ts';
import type { DocumentRow } from '../translate/drafts.ts';
import { toMarker } from './marker.ts';
import type { DocumentPlan } from './plan-types.ts';

export interface PlannedCall {
  readonly method: string;
  /** With its keys elided. */
  readonly xml: string;
}

/** What would be sent for an order, for a person to look at. */
export interface PlannedCalls {
  readonly owedMinor: number;
  readonly currency: string;
  readonly rows: readonly DocumentRow[];
  readonly calls: readonly PlannedCall[];
  readonly predictions: readonly Prediction[];
}

/** Where and when the calls would leave. */
export interface Leaving {
  readonly contract: Contract;
  readonly stage: string;
  readonly now: number;
}

/** The calls of a document, with what CO3 is likely to refuse. An invoice's contact is shown as one that CO3 does not know yet. */
export const toPlannedCalls = (
  order: OrderSnapshot,
  { purpose, generation, contactId, drafts, draft, sent }: DocumentPlan,
  { contract, stage, now }: Leaving,
): PlannedCalls => {
  const toCall = (call: Co3Command): PlannedCall => ({ method: call.method, xml: toXml(call, 'elided', contract) });
  const document = toDocumentCommand(draft, {
    contactId: contactId ?? CONTACT_ID,
    marker: toMarker(stage, order, purpose, generation),
    corrects: sent.corrects,
    dates: documentDates(draft, now),
  });
  return {
    owedMinor: drafts.owedMinor,
    currency: draft.currency,
    rows: draft.rows,
    calls: [...(contactId === null ? [toCall(toContactCommand(drafts.contact, null))] : []), toCall(document)],
    predictions: contactId === null ? predictRefusals(drafts.contact, draft) : [],
  };
};

/** Stands for the id that CO3 gives the contact. */
const CONTACT_ID = '…';

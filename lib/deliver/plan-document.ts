import { contactDigest } from '../co3/contact-command.ts';
import { documentDigest } from '../co3/document-command.ts';
import { digestOf } from '../event/digest.ts';
import { toBudapestDay } from '../event/time.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import { differenceRows, grossByVat, isSameBalance } from '../translate/difference.ts';
import type { DocumentRow, InvoiceDraft, OrderDrafts } from '../translate/drafts.ts';
import { translateOrder } from '../translate/translate-order.ts';
import { corrected } from './corrections/corrected.ts';
import { buyerOf, contentOf, isChanged, isOwedAgain, withLiveVat } from './document-content.ts';
import { isLater } from './live-documents.ts';
import { type DocumentPlan, ownLetter, type Plan, type Planned } from './plan-types.ts';
import type { LiveDocument } from './step-records.ts';

/** The document that brings CO3 to what the newest snapshot owes, whatever mode the shop is in. Pure. */
export const planDocument = (order: Planned, shop: ShopSettings, account: AccountSettings): Plan => {
  const told = corrected(order, shop);
  const drafts = translateOrder(told.order.snapshot, told.shop, account);
  if (!drafts.ok) return ownLetter(drafts.problem.name, drafts.problem.text, drafts.problem.fields);
  const settingsDigest = digestOf([shop, account]);
  const invoice = order.documents.findLast(({ purpose }) => purpose === 'invoice');
  if (invoice !== undefined) {
    const last = order.documents.at(-1) ?? invoice;
    return againstDocuments({ order, shop, drafts: drafts.value, settingsDigest, invoice, last });
  }
  // A free order has rows at no price where the settings want its invoice.
  if (drafts.value.invoice.rows.length === 0) return { kind: 'nothing', status: 'settled', reason: 'NothingOwed' };
  return toInvoicePlan(order, drafts.value, settingsDigest);
};

interface Against {
  readonly order: Planned;
  readonly shop: ShopSettings;
  readonly drafts: OrderDrafts;
  readonly settingsDigest: string;
  /** What the order's corrections refer to. */
  readonly invoice: LiveDocument;
  readonly last: LiveDocument;
}

const againstDocuments = (against: Against): Plan => {
  const { order, shop, drafts, last, invoice } = against;
  const live = order.documents.flatMap(({ draft }) => draft.rows);
  const owed = withLiveVat(live, drafts.invoice.rows);
  const isNothingLive = grossByVat(live).size === 0;
  const isNothingOwed = grossByVat(owed).size === 0;
  if (isNothingLive && isNothingOwed) return { kind: 'nothing', status: 'settled', reason: 'Cancelled' };
  if (!isNothingLive && !isNothingOwed && invoice.currency !== drafts.invoice.currency)
    return ownLetter(
      'CorrectionNeeded',
      `The order is invoiced in ${invoice.currency} and owes in ${drafts.invoice.currency}.`,
    );
  if (isSameBalance(live, owed)) {
    if (!isChanged(last, drafts, order.personal)) return { kind: 'nothing', status: 'settled', reason: 'Invoiced' };
    // What a person had corrected would stand on the new invoice as the shop has it.
    if (shop.edits === 'storno-and-new' && !order.isBuyerCorrectionLost) return toTakeBack(against, live, true);
    return ownLetter(
      'ChangedAfterInvoice',
      'The order has another buyer or other items than its invoice; the sum is the same.',
    );
  }
  if (isOwedAgain(last, order.snapshot) && !order.redrive)
    return ownLetter(
      'OwedAgain',
      'The order was cancelled or refunded, its invoice was corrected for it, and the shop takes that back.',
    );
  if (isNothingLive && last.purpose.startsWith('storno')) return toInvoicePlan(order, drafts, against.settingsDigest);
  if (isNothingOwed) return toTakeBack(against, live, false);
  if (last.ordered !== '' && last.ordered !== drafts.ordered) {
    if (shop.edits === 'storno-and-new' && !order.isBuyerCorrectionLost) return toTakeBack(against, live, true);
    if (shop.edits === 'letter' && !order.redrive)
      return ownLetter(
        'CorrectionNeeded',
        'The order was edited after its invoice, and the settings leave that to a person.',
      );
  }
  return toCorrection(against, live, owed, 'correction', false);
};

/** What is known of an order and of its documents. */
type Known = Pick<Planned, 'snapshot' | 'steps' | 'documents'>;

/** The order's first invoice, or the one that follows a storno. */
export const toInvoicePlan = (order: Known, drafts: OrderDrafts, settingsDigest: string): DocumentPlan => {
  const billing = contactDigest(drafts.contact);
  const document = documentDigest(drafts.invoice);
  const generation = generationOf(order);
  return {
    kind: 'document',
    purpose: 'invoice',
    generation,
    drafts,
    draft: drafts.invoice,
    contactId: null,
    sent: toSent(order, drafts, { corrects: null, buyer: buyerOf(drafts), isReplaced: false }),
    billing,
    document,
    digest: digestOf([generation, billing, document]),
    settingsDigest,
  };
};

const toTakeBack = (against: Against, live: readonly DocumentRow[], isReplaced: boolean): Plan =>
  toCorrection(against, live, [], 'storno', isReplaced);

const toCorrection = (
  { order, drafts, settingsDigest, invoice }: Against,
  live: readonly DocumentRow[],
  owed: readonly DocumentRow[],
  kind: 'correction' | 'storno',
  isReplaced: boolean,
): Plan => {
  if (invoice.id === null) return waitForId(order, invoice);
  const { draft } = invoice;
  const { taxesIncluded } = order.snapshot;
  const rows = differenceRows(live, owed, { currency: draft.currency, language: draft.language, taxesIncluded });
  if (!rows.ok) return ownLetter('CorrectionNeeded', rows.problem.text, rows.problem.fields);
  const corrected: InvoiceDraft = {
    ...draft,
    rows: rows.value,
    totalMinor: rows.value.reduce((sum, { grossMinor }) => sum + grossMinor, 0),
    // A correction belongs to the fulfilment that its invoice was issued for.
    fulfilmentDay: draft.fulfilmentDay ?? toBudapestDay(Date.parse(invoice.issuedAt)),
  };
  const document = documentDigest(corrected);
  const purpose = `${kind}:${1 + order.documents.filter(isLater).length}`;
  return {
    kind: 'document',
    purpose,
    generation: generationOf(order),
    drafts,
    draft: corrected,
    contactId: invoice.contactId,
    sent: toSent(order, drafts, { corrects: invoice.id, buyer: invoice.buyer, isReplaced }),
    billing: contactDigest(drafts.contact),
    document,
    digest: digestOf([purpose, invoice.id, document]),
    settingsDigest,
  };
};

const toSent = (
  { snapshot }: Known,
  drafts: OrderDrafts,
  own: Pick<DocumentPlan['sent'], 'corrects' | 'buyer' | 'isReplaced'>,
): DocumentPlan['sent'] => ({
  ...own,
  content: contentOf(drafts),
  ordered: drafts.ordered,
  refunds: snapshot.refunds.length,
});

/** A correction and a payment name a document by CO3's id, so that one which was taken without an id is looked for first. */
export const waitForId = ({ steps }: Pick<Planned, 'steps'>, { marker, purpose, generation }: LiveDocument): Plan => {
  const look = steps.findLast((step) => step.marker === marker)?.look ?? null;
  if (look !== null && look.at !== null && (!look.isPersonAsked || look.adopt !== null))
    return { kind: 'wait', until: look.at, reason: 'LooksForDocument' };
  return ownLetter(
    'DocumentIdUnknown',
    look?.refusal ?? 'CO3 took the document without saying its id, and it was not found by its marker.',
    [{ path: 'documents', value: marker, allowed: (look?.seen ?? []).map(({ number }) => number) }],
    { purpose, generation, digest: digestOf(['DocumentIdUnknown', marker]) },
  );
};

/** No two documents of an order bear the same purpose and generation: what may still turn up in CO3 counts. */
export const generationOf = ({ steps, documents }: Pick<Planned, 'steps' | 'documents'>): number =>
  Math.max(
    1 +
      steps.filter(({ state }) => state === 'written-off').length +
      documents.filter(({ purpose }) => purpose.startsWith('storno')).length,
    // Of documents that were read back the steps are lost.
    ...documents.map(({ purpose, generation }) => (purpose.startsWith('storno') ? generation + 1 : generation)),
  );

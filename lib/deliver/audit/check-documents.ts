import type { OrderRecord } from '../records.ts';
import type { LiveDocument } from '../step-records.ts';
import { type AuditCase, isOpenStep, nameOf, orderIn, toFinding, toSent, toShownFigure } from './audit-case.ts';
import type { Finding } from './audit-report.ts';
import { matchDocument } from './match-document.ts';
import { isCancelledByStatus, type Marked } from './shown-invoices.ts';

/** What is wrong with the documents of one order as CO3 shows them, one by one. */
export const checkDocuments = (order: OrderRecord, audit: AuditCase): readonly Finding[] =>
  order.documents.flatMap((document) => {
    const match = matchDocument(document, audit);
    switch (match.kind) {
      case 'missing':
        return [missing(order, document, audit)];
      case 'shown':
        return [
          ...amountDiffers(order, document, match.one),
          ...stornoByHand(order, document, match.one, audit),
          ...navMissing(order, document, match.one, audit),
        ];
      case 'not-judged':
        return [];
      default:
        return match satisfies never;
    }
  });

const missing = (order: OrderRecord, document: LiveDocument, { shown }: AuditCase): Finding => {
  const elsewhere = shown.withMarker(document.marker);
  const { id, marker } = document;
  const sought =
    id === null
      ? 'CO3 told no id when it took the invoice, and shows none with its marker.'
      : `CO3 gave the invoice the id ${id} and does not show it.`;
  const found = elsewhere.length === 0 ? '' : ` The marker stands in ${elsewhere.map(nameOf).join(', ')}.`;
  return toFinding(
    {
      ...{ name: 'Missing', severity: 'fault', order: orderIn(order), marker, ours: toSent(document) },
      text: `${sought}${found}`,
    },
    elsewhere,
  );
};

const amountDiffers = (order: OrderRecord, document: LiveDocument, one: Marked): readonly Finding[] => {
  const { grossMinor, currency } = one.invoice;
  if (grossMinor === document.totalMinor && currency === document.currency) return [];
  const isAccepted = grossMinor !== null && grossMinor === document.acceptedMinor && currency === document.currency;
  return [
    toFinding(
      {
        ...{ name: 'AmountDiffers', order: orderIn(order), marker: document.marker },
        ...{ ours: toSent(document), co3: toShownFigure(one) },
        severity: isAccepted ? 'note' : 'fault',
        text: isAccepted ? 'A person has accepted it.' : grossMinor === null ? 'CO3’s total cannot be read.' : '',
      },
      [one],
    ),
  ];
};

const stornoByHand = (
  order: OrderRecord,
  document: LiveDocument,
  one: Marked,
  { shown, isKnown }: AuditCase,
): readonly Finding[] => {
  const byHand = shown
    .correcting(one.invoice.id)
    .filter((later) => !isKnown(later.invoice.id) && (later.origin !== 'ours' || shown.isCopy(later)));
  const isCancelledUnseen = isCancelledByStatus(one.invoice) && !hasStorno(order, one.invoice.id);
  if (byHand.length === 0 && !isCancelledUnseen) return [];
  const by = byHand.length === 0 ? 'CO3 calls it cancelled.' : `Corrected by ${byHand.map(nameOf).join(', ')}.`;
  return [
    toFinding(
      {
        ...{ name: 'StornoByHand', severity: 'fault', order: orderIn(order), marker: document.marker },
        ...{ ours: toSent(document), co3: leftOf(one, shown.correcting(one.invoice.id)), text: by },
      },
      [one, ...byHand],
    ),
  ];
};

/** What CO3 has left of an invoice; nothing where it only says that it is cancelled. */
const leftOf = (one: Marked, later: readonly Marked[]): Finding['co3'] => {
  const amounts = [one, ...later].map(({ invoice }) => invoice.grossMinor);
  const sum = amounts.reduce<number | null>(
    (left, gross) => (left === null || gross === null ? null : left + gross),
    0,
  );
  return { minor: later.length === 0 ? 0 : sum, currency: one.invoice.currency };
};

// One that is on its way, or of unknown outcome, is ours as well.
const hasStorno = ({ documents, steps }: OrderRecord, id: string): boolean =>
  documents.some(({ purpose, corrects }) => isStorno(purpose) && corrects === id) ||
  steps.some(({ purpose, state, document }) => isStorno(purpose) && isOpenStep({ state }) && document?.corrects === id);

const isStorno = (purpose: string): boolean => purpose.startsWith('storno:');

const DAY_MS = 24 * 3_600_000;

const navMissing = (
  order: OrderRecord,
  document: LiveDocument,
  one: Marked,
  { now }: AuditCase,
): readonly Finding[] => {
  if (one.invoice.navStatus !== '') return [];
  const isOverdue = now - Date.parse(document.issuedAt) >= DAY_MS;
  return [
    toFinding(
      {
        ...{ name: 'NavMissing', order: orderIn(order), marker: document.marker, ours: toSent(document) },
        severity: isOverdue ? 'warning' : 'note',
        text: isOverdue ? 'Issued more than a day ago.' : 'Issued less than a day ago.',
      },
      [one],
    ),
  ];
};

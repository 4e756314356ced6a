import type { OrderKey } from '../../event/snapshot.ts';
import type { OrderRecord } from '../records.ts';
import type { Step } from '../step-records.ts';
import { type AuditCase, isOpenStep, nameOf, orderIn, toFinding, toSent, toShownFigure } from './audit-case.ts';
import type { Figure, Finding } from './audit-report.ts';
import type { Marked } from './shown-invoices.ts';

/** What is wrong with the invoices that bear a marker of this shop, whichever order it names. */
export const checkMarkers = (audit: AuditCase): readonly Finding[] => {
  const { shown } = audit;
  const markers = [...new Set(shown.all.flatMap(({ origin, marker }) => (origin === 'ours' ? [marker] : [])))];
  return markers
    .flatMap((marker) => (marker === null ? [] : [{ marker, invoices: shown.withMarker(marker) }]))
    .flatMap((group) => [...doubled(group, audit), ...unknownToLedger(group, audit)]);
};

/** Invoices with the same marker. */
interface Group {
  readonly marker: string;
  readonly invoices: readonly Marked[];
}

const doubled = ({ marker, invoices: marked }: Group, audit: AuditCase): readonly Finding[] => {
  const key = marked[0]?.order ?? null;
  const document = audit.orderOf(key)?.documents.find((one) => one.marker === marker);
  const kept = document?.id == null || !audit.isKnown(document.id) ? undefined : audit.shown.byId(document.id);
  // What a person has adopted bears no marker, and is the same thing owed.
  const invoices = [...new Set([...(kept === undefined ? [] : [kept]), ...marked])];
  if (invoices.length < 2) return [];
  const live = invoices.filter((one) => !audit.shown.isCancelled(one));
  const known = kept === undefined ? 'The ledger has none of their ids.' : `The ledger has ${nameOf(kept)}.`;
  const left = live.length === 0 ? 'All are cancelled.' : `Only ${live.map(nameOf).join(', ')} is not cancelled.`;
  return [
    toFinding(
      {
        ...{ name: 'Doubled', order: orderOf(key, audit), marker },
        severity: live.length > 1 ? 'fault' : 'note',
        text: live.length > 1 ? known : `${known} ${left}`,
        ours: document === undefined ? null : toSent(document),
        co3: sumOf(invoices),
      },
      invoices,
    ),
  ];
};

const unknownToLedger = ({ marker, invoices }: Group, audit: AuditCase): readonly Finding[] => {
  const [first] = invoices;
  if (first === undefined || invoices.some(({ invoice }) => audit.isKnown(invoice.id))) return [];
  const order = audit.orderOf(first.order);
  if (order?.documents.some((document) => document.marker === marker)) return [];
  const step = order?.steps.findLast((one) => one.marker === marker);
  // It is being looked for, and the order is listed as open.
  if (step !== undefined && isOpenStep(step)) return [];
  const isRecovered = audit.recoveredOf(first.order)?.documents.some((document) => document.marker === marker) ?? false;
  const isOver = invoices.every(audit.shown.isCancelled);
  const why = isRecovered ? RECOVERED : whyUnknown(order, step);
  return [
    toFinding(
      {
        ...{ name: 'UnknownToLedger', order: orderOf(first.order, audit), marker, co3: sumOf(invoices) },
        severity: isRecovered || isOver ? 'note' : 'fault',
        text: isOver ? `${why} It is cancelled.` : why,
      },
      invoices,
    ),
  ];
};

const RECOVERED = 'Taken back from CO3 when the ledger was rebuilt; its order has not come again.';

const whyUnknown = (order: OrderRecord | undefined, step: Step | undefined): string => {
  if (order === undefined) return 'The ledger does not know the order.';
  if (step === undefined) return 'The order has no such document.';
  return step.state === 'written-off'
    ? 'A person had written it off, and it has turned up.'
    : `The ledger holds it for ${step.state}.`;
};

const orderOf = (key: OrderKey | null, { orderOf: find }: AuditCase): Finding['order'] => {
  const order = find(key);
  return order !== undefined ? orderIn(order) : key === null ? null : { key, number: null };
};

const sumOf = (invoices: readonly Marked[]): Figure | null => {
  const figures = invoices.map(toShownFigure);
  const [first] = figures;
  if (first === undefined) return null;
  const isSummable = figures.every(({ minor, currency }) => minor !== null && currency === first.currency);
  const minor = isSummable ? figures.reduce((sum, figure) => sum + (figure.minor ?? 0), 0) : null;
  return { minor, currency: first.currency };
};

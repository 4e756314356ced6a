import type { OrderRecord } from '../records.ts';
import type { AuditCase } from './audit-case.ts';
import { matchDocument } from './match-document.ts';
import type { Marked } from './shown-invoices.ts';

/** What CO3's documents of an order come to, those of foreign hand included; null where one of them has no readable total. */
export const sumInCo3 = (
  order: OrderRecord,
  audit: AuditCase,
): { readonly minor: number | null; readonly invoices: readonly Marked[] } => {
  const { shown } = audit;
  const matches = order.documents.map((document) => ({ document, match: matchDocument(document, audit) }));
  const own = matches.flatMap(({ match }) => (match.kind === 'shown' ? [match.one] : []));
  const marked = shown.all.filter(({ origin, order: key }) => origin === 'ours' && key === order.key);
  const later = [...own, ...marked].flatMap(({ invoice }) => shown.correcting(invoice.id));
  const invoices = [...new Set([...own, ...marked, ...later])];
  const notJudged = matches.reduce(
    (sum, { document, match }) => (match.kind === 'not-judged' ? sum + document.totalMinor : sum),
    0,
  );
  const minor = invoices.reduce<number | null>(
    (sum, { invoice }) => (sum === null || invoice.grossMinor === null ? null : sum + invoice.grossMinor),
    notJudged,
  );
  return { minor, invoices };
};

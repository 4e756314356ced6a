import { isIssued } from '../read-all-invoices.ts';
import { type AuditCase, toFinding, toShownFigure } from './audit-case.ts';
import type { Finding } from './audit-report.ts';
import { isWithin } from './scope.ts';
import type { Marked } from './shown-invoices.ts';

/** Outgoing invoices of the window; an answer that leaves the direction out is taken for one. */
export const outgoingOf = ({ shown, window }: AuditCase): readonly Marked[] =>
  shown.all.filter(({ invoice }) => isIssued(invoice) && isWithin(window, invoice.issueDay));

/** Those of them that the bridge has not issued here, and that correct nothing of its documents. */
export const strangers = (audit: AuditCase): readonly Finding[] =>
  outgoingOf(audit)
    .filter(({ origin }) => origin === 'none' || origin === 'other-stage')
    .filter(({ invoice }) => !audit.isKnown(invoice.id) && !isOfOurs(invoice.stornoId, audit))
    .map((one) =>
      toFinding(
        {
          ...{ name: 'Stranger', severity: 'note', marker: one.marker, co3: toShownFigure(one) },
          text: one.origin === 'other-stage' ? 'Its marker is of another stage of the bridge.' : '',
        },
        [one],
      ),
    );

const isOfOurs = (id: string | null, { shown, isKnown }: AuditCase): boolean =>
  id !== null && (isKnown(id) || shown.byId(id)?.origin === 'ours');

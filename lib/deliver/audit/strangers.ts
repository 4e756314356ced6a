import { isIssued } from '../read-all-invoices.ts';
import { type AuditCase, toFinding, toShownFigure } from './audit-case.ts';
import type { Finding } from './audit-report.ts';
import { isWithin } from './scope.ts';
import type { Marked } from './shown-invoices.ts';

/** Outgoing invoices of the window; an answer that leaves the direction out is taken for one. */
export const outgoingOf = ({ shown, window }: AuditCase): readonly Marked[] =>
  shown.all.filter(({ invoice }) => isIssued(invoice) && isWithin(window, invoice.issueDay));

/** Those of them that no document of the ledger is, by their marker or by their id, and that correct none. */
export const strangers = (audit: AuditCase): readonly Finding[] =>
  outgoingOf(audit)
    .filter(({ origin }) => origin !== 'ours' && origin !== 'other-shop')
    .filter(({ invoice }) => !audit.isKnown(invoice.id) && !isOfOurs(invoice.stornoId, audit))
    .map((one) =>
      toFinding(
        {
          ...(one.origin === 'piece' ? CUT : { name: 'Stranger', severity: 'note' }),
          ...{ marker: one.marker, co3: toShownFigure(one), text: TEXTS[one.origin] },
        },
        [one],
      ),
    );

const CUT = { name: 'UnknownToLedger', severity: 'fault' } as const;

const TEXTS: Readonly<Record<Marked['origin'], string>> = {
  ours: '',
  'other-shop': '',
  'other-stage': 'Its marker is of another stage of the bridge.',
  piece: 'CO3 has left only a piece of its marker, so its order cannot be told.',
  none: '',
};

const isOfOurs = (id: string | null, { shown, isKnown }: AuditCase): boolean =>
  id !== null && (isKnown(id) || shown.byId(id)?.origin === 'ours');

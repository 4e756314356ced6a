import type { LiveDocument } from '../step-records.ts';
import type { AuditCase } from './audit-case.ts';
import { dayOf, isToBeShown, isWithin } from './scope.ts';
import type { Marked } from './shown-invoices.ts';

/** `not-judged`: CO3 need not show it yet, or it could not be read: outside of the window without an id, or among what CO3 does not show. */
export type Match =
  | { readonly kind: 'shown'; readonly one: Marked }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-judged' };

/** The invoice in CO3 that a document of the ledger is: by its id, or by its marker where CO3 told none. */
export const matchDocument = (document: LiveDocument, audit: AuditCase): Match => {
  const { id, marker } = document;
  const one = id === null ? audit.shown.withMarker(marker)[0] : audit.shown.byId(id);
  if (one !== undefined) return { kind: 'shown', one };
  return { kind: isToBeShown(document, audit.now) && couldBeRead(document, audit) ? 'missing' : 'not-judged' };
};

const couldBeRead = ({ id, issuedAt }: LiveDocument, { window, unread, hasUnread }: AuditCase): boolean =>
  id === null ? !hasUnread && isWithin(window, dayOf(issuedAt)) : !unread.has(id);

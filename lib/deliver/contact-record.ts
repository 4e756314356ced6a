import type { DocumentPlan } from './plan-types.ts';
import type { ContactRecord } from './records.ts';
import type { Content } from './update-record.ts';

export const contactKeyOf = (account: string, plan: DocumentPlan): string => `${account}|${plan.drafts.contactKey}`;

/** A buyer whom CO3 does not know yet. */
export const emptyContact = (account: string): Content<ContactRecord> => ({
  kind: 'contact',
  account,
  contactId: null,
  billing: null,
  sent: null,
  remade: false,
  adopted: false,
});

import { mailKeyOf } from '../translate/buyer.ts';
import type { ContactDraft } from '../translate/drafts.ts';
import { isSameTaxNumber, toBareTaxNumber } from '../translate/tax-number.ts';
import { toBillingLeaves } from './contact-command.ts';
import { type Contract, type SentTag, tagOf } from './contract.ts';
import type { XmlElement } from './xml.ts';
import { findAll } from './xml-find.ts';

/**
 * Whether the contact that `getContact` shows is the draft's buyer: by the tax number where either of them has one, else by e-mail and
 * names. It is what buyers are remembered by, so that no contact is two buyers' (docs/decisions/0018).
 */
export const isBuyer = (root: XmlElement, draft: ContactDraft, contract: Contract): boolean => {
  const taxNumber = said(root, 'contact_vat_number', contract);
  if (toBareTaxNumber(taxNumber) !== '' || draft.taxNumber !== '') return isSameTaxNumber(taxNumber, draft.taxNumber);
  const key = mailKeyOf(draft);
  return (
    key !== null &&
    key ===
      mailKeyOf({
        lastName: said(root, 'contact_lastname', contract),
        firstName: said(root, 'contact_firstname', contract),
        firm: said(root, 'contact_firm', contract),
        email: said(root, 'contact_email', contract),
      })
  );
};

/** Whether the contact that `getContact` shows holds all that would be sent of the draft. */
export const holdsBilling = (root: XmlElement, draft: ContactDraft, contract: Contract): boolean =>
  toBillingLeaves(draft).every(({ tag, value }) => plain(said(root, tag, contract)) === plain(value));

const said = (root: XmlElement, tag: SentTag<'setContact'>, contract: Contract): string =>
  findAll(root, tagOf(contract.methods.getContact, tag))[0]?.text ?? '';

// Line ends, needless blanks and the form of accents are no other data.
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

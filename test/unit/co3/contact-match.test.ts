import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsBilling, isBuyer } from '../../../lib/co3/contact-match.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { XmlElement } from '../../../lib/co3/xml.ts';
import { contactKeyOf } from '../../../lib/translate/buyer.ts';
import type { ContactDraft } from '../../../lib/translate/drafts.ts';
import { contactDraft } from '../../support/drafts.ts';
import { anOrder } from '../../support/orders.ts';

const TAX_NUMBER = '12345676-1-42';

describe('a contact of CO3', () => {
  it.each<[string, Partial<ContactDraft>, Partial<ContactDraft>]>([
    ['the same e-mail and names', {}, {}],
    ['them in other letter case', { email: ' MARIA@Example.com', firstName: 'MÁRIA' }, {}],
    ['the same tax number', { taxNumber: TAX_NUMBER }, { taxNumber: TAX_NUMBER }],
    ['it written otherwise', { taxNumber: 'HU 12345676142' }, { taxNumber: TAX_NUMBER }],
    ['a foreign one written otherwise', { taxNumber: 'de 123 456 789' }, { taxNumber: 'DE123456789' }],
    ['it, whoever orders', { taxNumber: TAX_NUMBER }, { taxNumber: TAX_NUMBER, email: 'b@c.hu', lastName: 'Nagy' }],
  ])('with %s is the buyer', (_, shown, buyer) => {
    expect(isBuyer(aShownContact(shown), contactDraft(buyer), PLAIN_CONTRACT)).toBe(true);
  });

  it.each<[string, Partial<ContactDraft>, Partial<ContactDraft>]>([
    ['another e-mail', { email: 'other@example.com' }, {}],
    ['another name', { firstName: 'Anna' }, {}],
    ['a name without its accents', { firstName: 'Maria' }, {}],
    ['a firm', { firm: 'Minta Kft.' }, {}],
    ['no e-mail, as the buyer', { email: '' }, { email: '' }],
    ['a tax number, of a buyer without', { taxNumber: TAX_NUMBER }, {}],
    ['no tax number, of a buyer with one', {}, { taxNumber: TAX_NUMBER }],
    ['signs for a tax number, of a buyer with one', { taxNumber: '-' }, { taxNumber: TAX_NUMBER }],
    ['another tax number', { taxNumber: '87654323-2-13' }, { taxNumber: TAX_NUMBER }],
  ])('with %s is somebody else', (_, shown, buyer) => {
    expect(isBuyer(aShownContact(shown), contactDraft(buyer), PLAIN_CONTRACT)).toBe(false);
  });

  it('is never two buyers, as these are remembered', () => {
    fc.assert(
      fc.property(arbitraryContact(), arbitraryContact(), arbitraryContact(), (shown, one, other) => {
        const isBoth = [one, other].every((buyer) => isBuyer(aShownContact(shown), buyer, PLAIN_CONTRACT));

        expect(isBoth && keyOf(one) !== keyOf(other)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what CO3 holds', () => {
  it.each<[string, Partial<ContactDraft>]>([
    ['all that the buyer says', {}],
    ['more than the buyer says', { phone: '+36 1 555 0100', taxNumber: TAX_NUMBER }],
    ['it with other blanks', { street: ' Fő  utca\r\n1.' }],
    ['it with accents of their own', { firstName: 'Ma\u0301ria' }],
  ])('is enough where it is %s', (_, shown) => {
    expect(holdsBilling(aShownContact(shown), contactDraft(), PLAIN_CONTRACT)).toBe(true);
  });

  it.each<[string, Partial<ContactDraft>, Partial<ContactDraft>]>([
    ['in another letter case', { lastName: 'MINTA' }, {}],
    ['with another street', { street: 'Mellék utca 1.' }, {}],
    ['without the phone', { phone: '' }, { phone: '+36 1 555 0100' }],
    ['with a zip that the buyer’s address does not have', { zip: '1111' }, { zip: '' }],
  ])('is not enough where it is %s', (_, shown, buyer) => {
    expect(holdsBilling(aShownContact(shown), contactDraft(buyer), PLAIN_CONTRACT)).toBe(false);
  });

  it('is read by the names that the account has for it', () => {
    const { getContact } = PLAIN_CONTRACT.methods;
    const tags = { ...getContact.tags, contact_email: 'email' };
    const contract = { ...PLAIN_CONTRACT, methods: { ...PLAIN_CONTRACT.methods, getContact: { ...getContact, tags } } };
    const [root, renamed] = [aShownContact({}), aShownContact({}, { contact_email: 'email' })];

    const read = [root, renamed].map((one) => [
      isBuyer(one, contactDraft(), contract),
      holdsBilling(one, contactDraft(), contract),
    ]);

    expect(read).toStrictEqual([
      [false, false],
      [true, true],
    ]);
  });
});

const TAGS = {
  lastName: 'contact_lastname',
  firstName: 'contact_firstname',
  firm: 'contact_firm',
  email: 'contact_email',
  phone: 'contact_phone',
  country: 'contact_country',
  zip: 'contact_zip',
  city: 'contact_city',
  street: 'contact_address',
  taxNumber: 'contact_vat_number',
} as const;

/** The answer of `getContact` for `contactDraft`, with these changes. */
const aShownContact = (changes: Partial<ContactDraft>, renames: Readonly<Record<string, string>> = {}): XmlElement => {
  const draft = contactDraft(changes);
  const children = (Object.keys(TAGS) as (keyof typeof TAGS)[]).map((field) => ({
    name: renames[TAGS[field]] ?? TAGS[field],
    text: draft[field],
    children: [],
  }));
  return { name: 'response', text: '', children: [{ name: 'contact', text: '', children }] };
};

const arbitraryContact = (): fc.Arbitrary<ContactDraft> =>
  fc
    .record({
      email: fc.constantFrom('', 'a@b.hu', 'A@B.hu', ' a@b.hu'),
      lastName: fc.constantFrom('', 'Minta', 'minta', 'Minta Anna', 'Minta  Anna'),
      firstName: fc.constantFrom('', 'Anna'),
      firm: fc.constantFrom('', 'Kft.'),
      taxNumber: fc.constantFrom('', '', TAX_NUMBER, 'HU12345676', 'DE123456789'),
    })
    .map(contactDraft);

const keyOf = (buyer: ContactDraft): string => contactKeyOf(anOrder(), buyer);

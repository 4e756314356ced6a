import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { Party } from '../../../lib/event/snapshot.ts';
import { contactKeyOf, contactOf, mailKeyOf, taxNumberOf, toEmptyContact } from '../../../lib/translate/buyer.ts';
import { aBuyer, anOrder, aShop } from '../../support/orders.ts';

const NUMBER = { text: '12345676-1-42', form: 'hungarian', country: 'HU' } as const;

describe('the tax number', () => {
  it.each([
    ['a company with a good number', 'Minta Kft.', '12345676-1-42', NUMBER],
    ['a company without any', 'Minta Kft.', '  ', null],
    ['a person with a stray text', '  ', 'nincs', null],
    ['a person with a number', '', '12345676-1-42', null],
  ])('of %s is read', (_title, company, value, number) => {
    expect(numberOf(company, value)).toStrictEqual(ok(number));
  });

  it('of a company is refused where it cannot be one', () => {
    expect(numberOf('Minta Kft.', '12345678-1-42')).toStrictEqual({
      ok: false,
      problem: {
        name: 'InvalidTaxNumber',
        text: 'The buyer is a company, and what stands as its tax number cannot be one.',
        fields: [
          { path: 'buyer.taxNumber', value: '12345678-1-42', allowed: ['12345676-1-42', 'HU12345676', 'DE123456789'] },
        ],
      },
    });
  });

  const numberOf = (company: string, value: string) =>
    taxNumberOf(anOrder({ buyer: aBuyer({ company }), notes: [{ name: 'note_attributes.Adószám', value }] }), aShop());
});

describe('the contact', () => {
  it('is the buyer, with what the shop says of all contacts', () => {
    const order = anOrder({ buyer: aBuyer({ company: 'Minta Kft.', phone: ' ' }) });
    const shop = aShop({ contactOwner: 'bolt', contactCategories: ['webshop'] });

    expect(contactOf(order, NUMBER, shop)).toStrictEqual(
      ok({
        lastName: 'Minta',
        firstName: 'Anna',
        firm: 'Minta Kft.',
        email: 'anna.minta@example.com',
        phone: '',
        country: 'HU',
        zip: '1011',
        city: 'Budapest',
        street: 'Próba utca 1.',
        taxNumber: '12345676-1-42',
        owner: 'bolt',
        categories: ['webshop'],
      }),
    );
  });

  it('stays without a name where there is only an e-mail', () => {
    const contact = contactOf(anOrder({ buyer: aBuyer({ name: { first: '', last: ' ' } }) }), null, aShop());

    expect(contact.ok && [contact.value.lastName, contact.value.firstName, contact.value.firm]).toStrictEqual([
      '',
      '',
      '',
    ]);
  });

  it('is missing where the order names nobody', () => {
    const contact = contactOf(anOrder({ buyer: null }), null, aShop());

    expect(contact).toStrictEqual({
      ok: false,
      problem: {
        name: 'NoBuyer',
        text: 'The order names nobody to bill.',
        fields: [{ path: 'buyer', value: '', allowed: [] }],
      },
    });
  });
});

it('has a contact of nobody, with what the shop says of all contacts', () => {
  expect(toEmptyContact(aShop({ contactOwner: 'bolt', contactCategories: ['webshop'] }))).toStrictEqual({
    ...{ lastName: '', firstName: '', firm: '', email: '', phone: '' },
    ...{ country: '', zip: '', city: '', street: '', taxNumber: '' },
    owner: 'bolt',
    categories: ['webshop'],
  });
});

describe('the key of a contact', () => {
  it('is the same for one company, whoever of it orders', () => {
    const keys = [aBuyer(), aBuyer({ email: 'other@example.com' })].map((buyer) => keyOf(buyer, true));

    expect(keys[0]).toMatch(/^tax:[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('is e-mail and name without letter case, and nothing of them can be read', () => {
    const keys = [{}, { email: ' ANNA.minta@example.com' }, { name: { first: 'ANNA', last: 'Minta' } }].map((change) =>
      keyOf(aBuyer(change), false),
    );

    expect(keys[0]).toMatch(/^mail:[0-9a-f]{64}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('does not run its parts together', () => {
    const keys = [
      { name: { first: 'Anna', last: 'Minta' }, company: '' },
      { name: { first: '', last: 'Minta' }, company: 'Anna' },
      { name: { first: '', last: 'MintaAnna' }, company: '' },
    ].map((change) => keyOf(aBuyer(change), false));

    expect(new Set(keys).size).toBe(3);
  });

  it('is e-mail and name without blanks around them', () => {
    const contact = { email: 'a@example.com', lastName: 'Minta', firstName: 'Anna', firm: '' };

    expect(mailKeyOf({ ...contact, lastName: ' Minta ', firstName: 'Anna ' })).toBe(mailKeyOf(contact));
  });

  it.each([
    ['another e-mail', { email: 'bela@example.com' }],
    ['another name', { name: { first: 'Béla', last: 'Minta' } }],
    ['a company', { company: 'Minta Kft.' }],
  ])('differs for %s', (_title, change) => {
    expect(keyOf(aBuyer(change), false)).not.toBe(keyOf(aBuyer(), false));
  });

  it('is the order’s own without an e-mail', () => {
    expect(keyOf(aBuyer({ email: ' ' }), false)).toBe('order:shopify:acme.myshopify.com#1001');
  });

  const keyOf = (buyer: Party, hasNumber: boolean): string => {
    const order = anOrder({ buyer });
    const contact = contactOf(order, hasNumber ? NUMBER : null, aShop());
    return contact.ok ? contactKeyOf(order, contact.value) : contact.problem.name;
  };
});

import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../support/shopify-orders.ts';

describe('readBuyer', () => {
  it('bills the billing address', () => {
    const buyer = buyerOf({ billing_address: BILLED, shipping_address: SHIPPED, customer: CUSTOMER });

    expect(buyer).toStrictEqual({
      name: { first: 'Béla', last: 'Nagy' },
      company: 'Nagy Bt.',
      email: 'agnes@example.com',
      phone: '+361',
      address: { street: 'Fő u. 1.', city: 'Pécs', zip: '7621' },
      country: 'HU',
    });
  });

  it('bills the shipping address without its company where there is no billing address', () => {
    const buyer = buyerOf({ billing_address: null, shipping_address: SHIPPED, customer: CUSTOMER });

    expect([buyer?.name, buyer?.company, buyer?.country]).toStrictEqual([{ first: 'Cili', last: 'Kis' }, '', 'AT']);
  });

  it('bills the customer’s own address where the order has none', () => {
    const buyer = buyerOf({ billing_address: null, shipping_address: null, customer: CUSTOMER });

    expect([buyer?.name, buyer?.address.city, buyer?.company]).toStrictEqual([
      { first: 'Dóra', last: 'Tóth' },
      'Eger',
      'Tóth Kft.',
    ]);
  });

  it('passes over an address that says nothing but the country', () => {
    const redacted = { first_name: null, last_name: null, address1: null, country_code: 'HU' };

    const buyer = buyerOf({ billing_address: redacted, shipping_address: SHIPPED });

    expect(buyer?.name).toStrictEqual({ first: 'Cili', last: 'Kis' });
  });

  it('is a company without a person where only that is named', () => {
    const buyer = buyerOf({ billing_address: { company: 'Nagy Bt.' }, shipping_address: null, customer: null });

    expect([buyer?.name, buyer?.company]).toStrictEqual([{ first: '', last: '' }, 'Nagy Bt.']);
  });

  it.each([
    ['nobody at all', { billing_address: null, shipping_address: null, customer: null }],
    ['only an e-mail', { billing_address: null, shipping_address: null, customer: null, email: 'a@example.com' }],
    ['an address without a name', { billing_address: { city: 'Pécs' }, shipping_address: null, customer: null }],
  ])('is nobody where the order names %s', (_case, fields) => {
    const buyer = buyerOf(fields);

    expect(buyer).toBeNull();
  });

  it.each([
    ['the order', {}, 'agnes@example.com'],
    ['the contact', { email: '' }, 'kapcsolat@example.com'],
    ['the customer', { email: null, contact_email: null }, 'fiok@example.com'],
    ['nowhere', { email: null, contact_email: null, customer: null }, ''],
  ])('takes the e-mail from %s', (_case, fields, expected) => {
    const buyer = buyerOf({ contact_email: 'kapcsolat@example.com', ...fields });

    expect(buyer?.email).toBe(expected);
  });

  it.each([
    ['two names', { first_name: 'Béla', last_name: 'Nagy', name: 'x y' }, { first: 'Béla', last: 'Nagy' }],
    ['the last name alone', { first_name: null, last_name: 'Nagy', name: 'x y' }, { first: '', last: 'Nagy' }],
    ['a whole name', { name: 'Hans Peter Müller' }, { first: 'Hans Peter', last: 'Müller' }],
    ['a single word', { name: ' Madonna ' }, { first: '', last: 'Madonna' }],
    ['no name, so the customer’s', { company: 'Nagy Bt.' }, { first: 'Ágnes', last: 'Kovács' }],
  ])('reads the name from %s', (_case, address, expected) => {
    const buyer = buyerOf({ billing_address: address });

    expect(buyer?.name).toStrictEqual(expected);
  });

  it.each([
    ['de', 'DE'],
    ['HU', 'HU'],
    ['HUN', ''],
    [null, ''],
  ])('reads the country code %j as %j', (country_code, expected) => {
    const buyer = buyerOf({ billing_address: { ...BILLED, country_code } });

    expect(buyer?.country).toBe(expected);
  });
});

describe('readShipTo', () => {
  it('names the company that goods go to', () => {
    const { shipTo } = snapshotOf('orders-paid.huf', { fields: { shipping_address: SHIPPED } });

    expect(shipTo).toStrictEqual({
      name: { first: 'Cili', last: 'Kis' },
      company: 'Portás Kft.',
      email: '',
      phone: '',
      address: { street: '', city: 'Wien', zip: '' },
      country: 'AT',
    });
  });

  it('is a country where nothing else is named', () => {
    const { shipTo } = snapshotOf('orders-paid.huf', { fields: { shipping_address: { country_code: 'DE' } } });

    expect([shipTo?.country, shipTo?.name]).toStrictEqual(['DE', { first: '', last: '' }]);
  });

  it.each([[{}], [{ country_code: 'nowhere' }]])('is nobody at an address of nothing: %j', (shipping_address) => {
    const { shipTo } = snapshotOf('orders-paid.huf', { fields: { shipping_address } });

    expect(shipTo).toBeNull();
  });

  it('is nobody where nothing is shipped', () => {
    const { shipTo } = snapshotOf('orders-paid.huf', { fields: { shipping_address: null } });

    expect(shipTo).toBeNull();
  });
});

describe('readNotes', () => {
  it('keeps each free text by its place and leaves empty ones out', () => {
    const { notes } = snapshotOf('orders-paid.huf', {
      fields: {
        note: null,
        po_number: 'PO-9',
        note_attributes: [
          { name: 'adószám', value: ' 12345678-2-42 ' },
          { name: 'szám', value: 7 },
          { name: 'üres', value: '' },
          null,
        ],
        customer: { note: 'VAT registration number: HU12345678' },
        billing_address: { company: 'Nagy Bt.', address2: null },
      },
    });

    expect(notes).toStrictEqual([
      { name: 'note_attributes.adószám', value: '12345678-2-42' },
      { name: 'note_attributes.szám', value: '7' },
      { name: 'customer.note', value: 'VAT registration number: HU12345678' },
      { name: 'billing_address.company', value: 'Nagy Bt.' },
      { name: 'po_number', value: 'PO-9' },
    ]);
  });

  it('finds none in an object where a list belongs', () => {
    const fields = { note: null, note_attributes: {}, customer: null, billing_address: null };

    const { notes } = snapshotOf('orders-paid.huf', { fields });

    expect(notes).toStrictEqual([]);
  });
});

const buyerOf = (fields: Readonly<Record<string, unknown>>) => snapshotOf('orders-paid.huf', { fields }).buyer;

const BILLED = {
  first_name: 'Béla',
  last_name: 'Nagy',
  company: 'Nagy Bt.',
  address1: 'Fő u. 1.',
  city: 'Pécs',
  zip: '7621',
  country_code: 'HU',
  phone: '+361',
};

const SHIPPED = { first_name: 'Cili', last_name: 'Kis', company: 'Portás Kft.', city: 'Wien', country_code: 'AT' };

const CUSTOMER = {
  email: 'dora@example.com',
  default_address: { name: 'Dóra Tóth', company: 'Tóth Kft.', city: 'Eger', country_code: 'HU' },
};

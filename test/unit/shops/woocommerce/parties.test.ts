import { describe, expect, it } from 'vitest';
import { readBuyer, readShipTo } from '../../../../lib/shops/woocommerce/parties.ts';

const EMPTY = {
  ...{ first_name: '', last_name: '', company: '', address_1: '', address_2: '', city: '', state: '' },
  ...{ postcode: '', country: '', email: '', phone: '' },
};
const BILLING = {
  ...{ ...EMPTY, first_name: 'Anna', last_name: 'Minta', address_1: 'Próba utca 1.', city: 'Budapest', postcode: 1011 },
  ...{ country: 'hu', email: 'anna.minta@example.com', phone: '+36 1 555 0100' },
};
const SHIPPING = { ...EMPTY, last_name: 'Raktáros', company: 'Raktár Bt.', city: 'Győr', country: 'HU' };

const ANNA = {
  name: { first: 'Anna', last: 'Minta' },
  company: '',
  email: 'anna.minta@example.com',
  phone: '+36 1 555 0100',
  address: { street: 'Próba utca 1.', city: 'Budapest', zip: '1011' },
  country: 'HU',
};

describe('readBuyer', () => {
  it('takes the billing address', () => {
    expect(readBuyer({ billing: BILLING, shipping: SHIPPING })).toStrictEqual(ANNA);
  });

  it('takes the shipping address where nobody is billed, but not its company', () => {
    const buyer = readBuyer({ billing: { ...EMPTY, email: 'a@example.com', phone: '1' }, shipping: SHIPPING });

    expect(buyer).toStrictEqual({
      ...{ name: { first: '', last: 'Raktáros' }, company: '', email: 'a@example.com', phone: '1' },
      ...{ address: { street: '', city: 'Győr', zip: '' }, country: 'HU' },
    });
  });

  it.each([
    ['both are empty', { billing: EMPTY, shipping: EMPTY }],
    ['both are missing', {}],
    ['both are no addresses', { billing: [], shipping: 'x' }],
    ['there is an address of nobody', { billing: { ...EMPTY, city: 'Győr', country: 'HU' }, shipping: EMPTY }],
  ])('is nobody where %s', (_case, order) => {
    expect(readBuyer(order)).toBeNull();
  });

  it.each(['Hungary', 'H', '12', null])('takes %j for no country', (country) => {
    expect(readBuyer({ billing: { ...BILLING, country } })?.country).toBe('');
  });
});

describe('readShipTo', () => {
  it('takes the shipping address, with its company', () => {
    expect(readShipTo({ shipping: SHIPPING })?.company).toBe('Raktár Bt.');
  });

  it('takes the country alone, which decides the VAT', () => {
    expect(readShipTo({ shipping: { ...EMPTY, country: 'DE' } })?.country).toBe('DE');
  });

  it.each([[{ shipping: EMPTY }], [{}]])('is null where nothing is sent: %j', (order) => {
    expect(readShipTo(order)).toBeNull();
  });
});

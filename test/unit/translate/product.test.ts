import { describe, expect, it } from 'vitest';
import { productOf } from '../../../lib/translate/product.ts';
import { aProduct, aVariant } from '../../support/goods.ts';

const SETTINGS = { vat: '27', vatByTaxClass: { reduced: '5', none: '0' }, pricesIncludeVat: true };
const SHOP = { unit: 'db' };
const ACCOUNT = { currency: 'HUF' };
const goods = (variant: Partial<ReturnType<typeof aVariant>>) => ({ ...aProduct(), variant: aVariant(variant) });

describe('productOf', () => {
  it.each([
    ['1990.00', '', '1566.929134', '27'],
    ['1270', '', '1000.00', '27'],
    ['105', 'reduced', '100.00', '5'],
    ['0.00', '', '0.00', '27'],
    ['99.9999', 'none', '99.9999', '0'],
  ])('takes the VAT out of the price %s of the class «%s»: %s at %s %%', (price, taxClass, netPrice, vat) => {
    const draft = productOf(goods({ price, taxClass }), SETTINGS, SHOP, ACCOUNT);

    expect(draft).toMatchObject({ ok: true, value: { netPrice, vat } });
  });

  it('keeps a price that holds no VAT', () => {
    const draft = productOf(goods({ price: '1990' }), { ...SETTINGS, pricesIncludeVat: false }, SHOP, ACCOUNT);

    expect(draft).toMatchObject({ ok: true, value: { netPrice: '1990.00' } });
  });

  it('says the whole of what the shop says, the SKU without blanks around it', () => {
    const draft = productOf(goods({ sku: ' MUG-9 ', price: null }), { ...SETTINGS, currency: 'EUR' }, SHOP, ACCOUNT);

    expect(draft).toStrictEqual({
      ok: true,
      value: {
        sku: 'MUG-9',
        name: 'Bögre, kék',
        manufacturer: 'Kerámia Kft.',
        group: 'Bögrék',
        ean: '5991234567890',
        description: 'Kézzel festett.',
        netPrice: null,
        vat: '27',
        currency: 'EUR',
        unit: 'db',
      },
    });
  });

  it.each(['zero-rate', 'toString'])(
    'guesses at no VAT for the class «%s» that the settings do not have',
    (taxClass) => {
      const draft = productOf(goods({ taxClass }), SETTINGS, SHOP, ACCOUNT);

      expect(draft).toStrictEqual({
        ok: false,
        problem: {
          name: 'TaxClassNotMapped',
          text: `The product’s tax class «${taxClass}» has no entry in settings.products.vatByTaxClass.`,
          fields: [{ path: 'settings.products.vatByTaxClass', value: taxClass, allowed: [] }],
        },
      });
    },
  );
});

import type { Descriptions } from './description.ts';

export const OF_GOODS: Descriptions = {
  'shops.*.products': {
    says: 'the shop’s products are kept in CO3, by their SKU: `vat`, `vatByTaxClass`, `pricesIncludeVat`, `currency`',
    allowed: 'one shop of an account, that of its `stock`',
    without: 'no product is sent',
  },
  'shops.*.products.vat': {
    says: 'the VAT of a product whose tax class has none of its own below',
    allowed: 'required: a percent in quotes, such as `"27"`',
  },
  'shops.*.products.vatByTaxClass': {
    says: 'the VAT by the shop’s own word for the tax class',
    allowed: 'percents in quotes, by default none, such as `{ reduced-rate: "5" }`',
  },
  'shops.*.products.pricesIncludeVat': {
    says: 'whether the shop’s prices hold that VAT: no webhook of a product says it',
    allowed: 'required: `true`, `false`',
  },
  'shops.*.products.currency': {
    says: 'the currency of the prices',
    allowed: 'that of the account, or three capitals, such as `EUR`',
  },
  'shops.*.stock': {
    says: 'the shop’s stock levels are kept in CO3: `warehouses`, CO3’s id by the shop’s id of the place',
    allowed: 'one shop of an account, that of its `products`; each warehouse by one place',
    without: 'no stock is booked',
  },
  'shops.*.stock.warehouses': {
    says: 'CO3’s id of the warehouse by the shop’s id of the place, `shop` where the shop has but one; other places are left alone',
    allowed: 'required: ids in quotes, such as `{ "67890": "3" }`, at least one',
  },
};

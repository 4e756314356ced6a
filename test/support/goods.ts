import type { ProductSnapshot, Variant } from '../../lib/event/product-snapshot.ts';
import type { StockLevel } from '../../lib/event/stock-level.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { aShop } from './orders.ts';

/** A shop that keeps products and stock: 27 % unless its class is «reduced», and the place `loc-1` is CO3's first warehouse. */
export const aShopOfGoods = (overrides: Partial<ShopSettings> = {}): ShopSettings =>
  aShop({
    products: { vat: '27', vatByTaxClass: { reduced: '5' }, pricesIncludeVat: true },
    stock: { warehouses: { 'loc-1': '1', shop: '2' } },
    ...overrides,
  });

/** A mug with one variant of the SKU `MUG-9`. */
export const aProduct = (overrides: Partial<ProductSnapshot> = {}): ProductSnapshot => ({
  kind: 'product',
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  productId: '501',
  changedAt: '2026-12-02T09:30:00.000Z' as Instant,
  isDeleted: false,
  isPartial: false,
  manufacturer: 'Kerámia Kft.',
  group: 'Bögrék',
  description: 'Kézzel festett.',
  variants: [aVariant()],
  ...overrides,
});

export const aVariant = (overrides: Partial<Variant> = {}): Variant => ({
  itemId: '9001',
  sku: 'MUG-9',
  name: 'Bögre, kék',
  ean: '5991234567890',
  price: '1990.00',
  taxClass: '',
  stock: null,
  ...overrides,
});

/** Twelve of the mug at `loc-1`. */
export const aLevel = (overrides: Partial<StockLevel> = {}): StockLevel => ({
  kind: 'stock',
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  itemId: '9001',
  locationId: 'loc-1',
  changedAt: '2026-12-02T09:40:00.000Z' as Instant,
  quantity: '12',
  ...overrides,
});

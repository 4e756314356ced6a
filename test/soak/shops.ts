import { stringify } from 'yaml';
import { PLACE } from './place.ts';

export type SoakPlatform = 'shopify' | 'standard' | 'woocommerce';

export interface SoakShop {
  readonly id: string;
  readonly platform: SoakPlatform;
  readonly tenant: string;
  readonly account: string;
}

/** Two shops on each account: one of Shopify, and in turns a sender of its own and one of WooCommerce. */
export const shopsOf = (accounts: number): readonly SoakShop[] =>
  Array.from({ length: accounts }, (_, index): readonly SoakShop[] => {
    const account = `account-${index + 1}`;
    const other = index % 2 === 0 ? 'standard' : 'woocommerce';
    return [
      { id: `shopify-${index + 1}`, platform: 'shopify', tenant: `soak-${index + 1}.myshopify.com`, account },
      { id: `${other}-${index + 1}`, platform: other, tenant: `${other}-${index + 1}.example.hu`, account },
    ];
  }).flat();

/** The shops.yml of a soak that begins then. */
export const settingsText = (shops: readonly SoakShop[], began: number): string =>
  stringify({
    accounts: Object.fromEntries(shops.map(({ account }) => [account, toAccount(account)])),
    shops: Object.fromEntries(shops.map((shop) => [shop.id, toShop(shop, began)])),
  });

/** What the local stack gives a shop to sign with. */
export const signingTextOf = (shop: string): string =>
  `whsec_${Buffer.from(`the local webhook key of ${shop}`).toString('base64')}`;

const toAccount = (account: string) => ({
  secret: `co3-bridge/${account}`,
  currency: 'HUF',
  seller: { country: 'HU' },
  contract: {},
});

const toShop = ({ id, platform, tenant, account }: SoakShop, began: number) => ({
  platform,
  tenant,
  account,
  secret: `co3-bridge/${id}`,
  invoiceFrom: new Date(began - 3_600_000).toISOString(),
  mode: 'on',
  issueOn: 'paid',
  ...PLATFORM_SETTINGS[platform],
});

const PLATFORM_SETTINGS = {
  shopify: {
    taxNumberPlaces: ['note_attributes.adoszam'],
    products: { vat: '27', pricesIncludeVat: false },
    stock: { warehouses: { [PLACE.shop]: PLACE.co3 } },
  },
  standard: { payments: { shopify_payments: 'bankcard' } },
  woocommerce: {},
} as const satisfies Record<SoakPlatform, object>;

import type { AccountSettings, Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { anAccount, aShop } from '../support/orders.ts';
import type { ShopPlan, Story } from './story.ts';

export const ACCOUNTS = ['acme', 'bolt'] as const;

/** When every story begins, and from when on orders are invoiced. */
export const START = Date.parse('2026-12-02T10:00:00Z');
export const INVOICE_FROM = START - 24 * 3_600_000;

export const apiKeyOf = (account: string): string => `key-${account}`;

/** The settings of a story's shops; two accounts are there in every story. */
export const settingsOf = ({ shops }: Pick<Story, 'shops'>): Settings => {
  const accounts: readonly AccountSettings[] = ACCOUNTS.map((id) => anAccount({ id, secret: `co3-bridge/${id}` }));
  return {
    keepBuyersDays: 180,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    shops: new Map(shops.map((plan, index) => [`shop-${index}`, toShop(plan, index)])),
  };
};

const toShop = ({ account, issueOn, edits, books, hasDifferenceRow, mode }: ShopPlan, index: number): ShopSettings =>
  aShop({
    id: `shop-${index}`,
    tenant: `shop-${index}.myshopify.com`,
    shopId: undefined,
    account: ACCOUNTS[account % ACCOUNTS.length] ?? 'acme',
    secret: `co3-bridge/shop-${index}`,
    invoiceFrom: INVOICE_FROM,
    issueOn,
    mode,
    edits,
    bookPayments: books === 'nothing' ? {} : { bankcard: books },
    ...(hasDifferenceRow ? { refundDifference: { name: 'Visszatérítés eltérése', vat: '27' } } : {}),
  });

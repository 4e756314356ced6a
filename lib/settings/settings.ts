import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { fail, ok, type Result } from '../event/result.ts';
import { type OrderSnapshot, PLATFORMS } from '../event/snapshot.ts';
import { readBackSettings } from './read-back-settings.ts';
import { mapOf, settingsOf } from './settings-of.ts';
import { taxNumberPlace } from './tax-number-places.ts';
import { giftCardMapping, MAPPED_VAT_CASES, ownRow, vatMapping } from './vat-settings.ts';

export { CUSTOMER_VAT_TYPES, type CustomerVatType, MAPPED_VAT_CASES, type MappedVatCase } from './vat-settings.ts';

/** How a buyer pays, in CO3's words. */
export const PAYMENTS = ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit'] as const;
export type Payment = (typeof PAYMENTS)[number];

const secret = z
  .string()
  .regex(/^co3-bridge\/.+/, 'the name of a secret that begins with co3-bridge/, the only ones that may be read');

const ISSUE_ON = ['paid', 'placed', 'fulfilled'] as const;
const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capitals such as HUF');
const country = z.string().regex(/^[A-Z]{2}$/, 'a country is two capitals such as HU (ISO 3166-1)');

const account = settingsOf({
  secret,
  currency,
  seller: settingsOf({ country }),
  /** How CO3 is searched for a document that got no answer. */
  readBack: readBackSettings,
  /** Renames and assumptions of CO3's API; checked in lib/co3, which alone knows the names. */
  contract: z.record(z.string(), z.unknown()).default({}),
});

const shop = settingsOf({
  platform: z.enum(PLATFORMS),
  tenant: z.string().min(1),
  shopId: z.string().regex(/^\d+$/, 'the numeric id of the shop, in quotes').optional(),
  account: z.string().min(1),
  secret,
  invoiceFrom: z.iso
    .datetime({ offset: true, error: 'a moment with an offset such as 2026-12-01T00:00:00+01:00' })
    .transform((text) => Date.parse(text)),
  mode: z.enum(['shadow', 'supervised', 'on']).default('shadow'),
  /** One for all orders, or by payment with `default`. */
  issueOn: z
    .union(
      [
        z.enum(ISSUE_ON),
        mapOf([...PAYMENTS, 'default'], z.enum(ISSUE_ON)).refine(
          (map) => map.default !== undefined,
          'names no `default`',
        ),
      ],
      { error: () => `one of ${ISSUE_ON.join(', ')}, or one of these by way of paying, with a \`default\`` },
    )
    .default('paid'),
  currency: z.enum(['shop', 'presentment']).default('shop'),
  paymentDays: z.int().min(0).max(365).default(8),
  fulfilmentDate: z.enum(['issue', 'fulfilled', 'created']).default('issue'),
  payments: z.record(z.string(), z.enum(PAYMENTS)).default({}),
  vatCases: mapOf(MAPPED_VAT_CASES, vatMapping).default({}),
  taxNumberPlaces: z.array(taxNumberPlace).default([]),
  /** What one unit of a foreign currency is worth in the account's own. */
  fxRate: z
    .union([z.enum(['letter', 'shop']), z.record(currency, z.number().positive())], {
      error: () => '`letter`, `shop`, or rates by currency such as { EUR: 400 }',
    })
    .default('letter'),
  /** How a sold gift card stands on the invoice; without it, a letter. */
  giftCardsSold: giftCardMapping.optional(),
  /** A row that takes up a difference of at most one minor unit per row; without it, a letter. */
  roundingRow: ownRow.optional(),
  /** A row that takes up money which went back beyond or short of the refunded rows; without it, a letter. */
  refundDifference: ownRow.optional(),
  /** What follows when an order is edited after its invoice. */
  edits: z.enum(['correctDifference', 'letter', 'storno-and-new']).default('correctDifference'),
  /** By CO3's payment method: whether the bridge books what was paid, and also what was paid back. */
  bookPayments: mapOf(PAYMENTS, z.enum(['paid', 'paid-and-refunded'])).default({}),
  freeOrders: z.enum(['skip', 'invoice']).default('skip'),
  unit: z.string().min(1).default('db'),
  /** By the buyer's country, with `default`. */
  languages: z.record(z.string(), z.string()).default({ default: 'hu_HU' }),
  contactOwner: z.string().optional(),
  contactCategories: z.array(z.string()).default([]),
  bankAccount: z.string().optional(),
});

const settingsSchema = settingsOf({
  accounts: z.record(z.string(), account),
  shops: z.record(z.string(), shop),
}).superRefine((settings, context) => {
  for (const [id, { account: named }] of Object.entries(settings.shops)) {
    if (settings.accounts[named] === undefined)
      context.addIssue({
        code: 'custom',
        path: ['shops', id, 'account'],
        message: `no account \`${named}\`; there are: ${Object.keys(settings.accounts).join(', ')}`,
      });
  }
  for (const [id, { platform, tenant }] of Object.entries(settings.shops)) {
    if (platform === 'shopify' && !/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(tenant))
      context.addIssue({
        code: 'custom',
        path: ['shops', id, 'tenant'],
        message: 'the name that Shopify gave the shop, such as acme.myshopify.com, not its own domain',
      });
    const [first] = Object.entries(settings.shops).find(([, one]) => isSameTenant(one, { platform, tenant })) ?? [id];
    if (first !== id)
      context.addIssue({
        code: 'custom',
        path: ['shops', id, 'tenant'],
        message: `${tenant} is the shop \`${first}\` already; \`${id}\` would be given its orders`,
      });
  }
});

type ParsedSettings = z.output<typeof settingsSchema>;
export type AccountSettings = Readonly<ParsedSettings['accounts'][string]> & { readonly id: string };
export type ShopSettings = Readonly<ParsedSettings['shops'][string]> & { readonly id: string };

export interface Settings {
  readonly accounts: ReadonlyMap<string, AccountSettings>;
  readonly shops: ReadonlyMap<string, ShopSettings>;
}

/** Reads shops.yml. The problem names every fault with its path and what is allowed, one a line. */
export const parseSettings = (yaml: string): Result<Settings, string> => {
  let tree: unknown;
  try {
    tree = parseYaml(yaml);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
  const parsed = settingsSchema.safeParse(tree);
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const withIds = <T extends object>(named: Record<string, T>): ReadonlyMap<string, T & { readonly id: string }> =>
    new Map(Object.entries(named).map(([id, value]) => [id, { ...value, id }]));
  return ok({ accounts: withIds(parsed.data.accounts), shops: withIds(parsed.data.shops) });
};

function isSameTenant(
  one: Pick<OrderSnapshot, 'platform' | 'tenant'>,
  other: Pick<OrderSnapshot, 'platform' | 'tenant'>,
): boolean {
  return one.platform === other.platform && one.tenant === other.tenant;
}

import { type Description, SETTING_DESCRIPTIONS } from '../../settings/descriptions.ts';
import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { toMarkdown } from './description-text.ts';

interface Rows {
  readonly head: readonly [string, string, string];
  /** The setting that these stand below. */
  readonly of: string;
  readonly names: readonly string[];
  readonly third: 'allowed' | 'without';
}

const ACCOUNT = 'accounts.*.';
const SHOP = 'shops.*.';
const SETTING = ['setting', 'what it says', 'allowed (default first)'] as const;
const PLAIN = ['setting', 'what it says', 'allowed'] as const;
const WORD = ['word', 'what it says', 'allowed'] as const;
const WITHOUT = ['setting', 'what it says', 'without it'] as const;

/** Which settings stand together, by the name of their place in docs/settings.md. */
export const SETTING_ROWS: Readonly<Record<string, Rows>> = {
  stage: allowed(SETTING, '', 'keepBuyersDays'),
  accounts: allowed(PLAIN, ACCOUNT, 'secret', 'currency', 'seller', 'readBack', 'contract'),
  'shop.identity': allowed(PLAIN, SHOP, 'platform', 'tenant', 'shopId', 'account', 'secret'),
  'shop.when': allowed(SETTING, SHOP, 'invoiceFrom', 'mode', 'issueOn', 'freeOrders'),
  'shop.changes': allowed(SETTING, SHOP, 'edits', 'refundDifference'),
  'shop.bookings': allowed(PLAIN, SHOP, 'bookPayments'),
  'shop.words': allowed(SETTING, SHOP, 'paymentDays', 'fulfilmentDate', 'languages', 'unit', 'bankAccount'),
  'shop.payments': allowed(PLAIN, SHOP, 'payments'),
  'shop.currency': allowed(SETTING, SHOP, 'currency', 'fxRate'),
  'shop.buyer': allowed(PLAIN, SHOP, 'taxNumberPlaces', 'contactOwner', 'contactCategories'),
  'shop.vatCase': allowed(WORD, `${SHOP}vatCases.*.`, 'vat', 'phrase', 'customerVatType'),
  'shop.vat': without(SHOP, 'vatCases', 'giftCardsSold', 'costVat', 'roundingRow'),
  'shop.goods': without(SHOP, 'products', 'stock'),
  'shop.products': allowed(
    ['word of `products`', 'what it says', 'allowed (default first)'],
    `${SHOP}products.`,
    ...['vat', 'vatByTaxClass', 'pricesIncludeVat', 'currency'],
  ),
  'shop.stock': allowed(['word of `stock`', 'what it says', 'allowed'], `${SHOP}stock.`, 'warehouses'),
  readBack: allowed(
    ['word', 'what it says', 'allowed (default first)'],
    `${ACCOUNT}readBack.`,
    ...['settleSeconds', 'reads', 'windowMinutes', 'watchHours'],
  ),
};

/** The tables of docs/settings.md by the name of their place. */
export const toSettingsTables = (platforms: PlatformsTraits): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(SETTING_ROWS).map(([name, rows]) => [name, toRows(rows)])),
  platforms: toPlatforms(platforms),
  vatCases: table(
    ['case', 'when'],
    Object.entries(descriptionOf(`${SHOP}vatCases`).words ?? {}).map(([word, means]) => [`\`${word}\``, means]),
  ),
});

const toRows = ({ head, of, names, third }: Rows): string =>
  table(
    head,
    names.map((name) => {
      const description = descriptionOf(`${of}${name}`);
      return [`\`${name}\``, description.says, description[third] ?? description.allowed].map(toMarkdown);
    }),
  );

const toPlatforms = (platforms: PlatformsTraits): string =>
  table(
    ['platform', '`tenant`', 'places of free texts', 'looked at for tax numbers by default', '`products`, `stock`'],
    Object.entries(platforms).map(([name, { tenant, notePlaces, notePrefixes, taxNumberPlaces, tells }]) => [
      `\`${name}\``,
      tenant.says,
      codes([...notePrefixes.map((prefix) => `${prefix}NAME`), ...notePlaces]),
      codes(taxNumberPlaces),
      [tells.products, tells.stock].map((told) => (told ? 'yes' : 'no')).join(', '),
    ]),
  );

const codes = (texts: readonly string[]): string =>
  texts.length === 0 ? 'none' : texts.map((text) => `\`${text}\``).join(', ');

const descriptionOf = (path: string): Description => {
  const description = SETTING_DESCRIPTIONS[path];
  if (description === undefined) throw new Error(`no description of ${path}`);
  return description;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells, index) => (index === 1 ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`))
    .join('\n');

function allowed(head: Rows['head'], of: string, ...names: readonly string[]): Rows {
  return { head, of, names, third: 'allowed' };
}

function without(of: string, ...names: readonly string[]): Rows {
  return { head: WITHOUT, of, names, third: 'without' };
}

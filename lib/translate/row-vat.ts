import { compare, isZero, toDecimal } from '../event/decimal.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { MappedVatCase } from '../settings/vat-words.ts';
import type { TranslateProblem } from './drafts.ts';
import type { OwedRow } from './left-rows.ts';
import { percentOf } from './percent.ts';
import { field, problem } from './problem.ts';
import type { TaxNumber } from './tax-number.ts';
import { fullRate, vatCase } from './vat-case.ts';
import { isPercent, percentOfVat } from './vat-factor.ts';

export interface RowVat {
  readonly vatCase: 'domestic' | 'giftcard' | MappedVatCase;
  /** What the document says: a percent or a code. */
  readonly vat: string;
  /** What it reckons with: a code is no percent. */
  readonly percent: string;
  readonly phrase: string;
}

export interface VatSides {
  readonly order: OrderSnapshot;
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly taxNumber: TaxNumber | null;
}

/** The VAT that a row bears. Rows of nothing take no part in the case. */
export const rowVat = (owed: OwedRow, sides: VatSides): Result<RowVat, TranslateProblem> => {
  const percent = percentOf(owed.row);
  if (owed.grossMinor === 0) {
    const vat = owed.row.rates.length === 0 ? fullRate(sides.account.seller) : percent;
    return ok({ vatCase: 'domestic', vat, percent: vat, phrase: '' });
  }
  if (owed.row.kind === 'giftcard') return giftCardVat(owed, sides.shop);
  const { order, account, taxNumber } = sides;
  const found = vatCase(account.seller, order.buyer, order.shipTo, taxNumber, owed.row.rates, order.taxExempt);
  if (found === 'domestic') return ok({ vatCase: found, vat: percent, percent, phrase: '' });
  const mapping = sides.shop.vatCases[found];
  if (mapping === undefined)
    return notMapped(owed, found, `needs its VAT, legal phrase and customer VAT type in settings.vatCases.${found}`);
  const vat = mapping.vat === 'rate' ? percent : mapping.vat;
  return withCode(owed, `settings.vatCases.${found}.vat`, {
    vatCase: found,
    vat,
    percent: vat,
    phrase: mapping.phrase,
  });
};

const giftCardVat = (owed: OwedRow, shop: ShopSettings): Result<RowVat, TranslateProblem> => {
  if (shop.giftCardsSold === undefined)
    return problem(
      'GiftCardSold',
      `Row ${owed.index + 1} sells a gift card, and settings.giftCardsSold does not say how it stands on an invoice.`,
      field('settings.giftCardsSold', '', ['{ vat, phrase }']),
      field(`rows.${owed.index}.kind`, 'giftcard'),
    );
  const { vat, phrase } = shop.giftCardsSold;
  return withCode(owed, 'settings.giftCardsSold.vat', { vatCase: 'giftcard', vat, percent: vat, phrase });
};

/** A row whose price holds tax bears that percent alone: under any other, or a code such as EUT, tax would count as net. */
const withCode = (owed: OwedRow, path: string, row: RowVat): Result<RowVat, TranslateProblem> => {
  const percent = percentOf(owed.row);
  if (isZero(toDecimal(percent))) return ok({ ...row, percent: percentOfVat(row.vat) });
  if (isPercent(row.vat) && compare(toDecimal(row.vat), toDecimal(percent)) === 0)
    return ok({ ...row, vat: percent, percent });
  return problem(
    'VatCaseNotMapped',
    `Row ${owed.index + 1} (${row.vatCase}) bears ${percent} %, and ${path} says ${row.vat}, which is not what was charged.`,
    field(path, row.vat, row.vatCase === 'giftcard' ? [percent] : ['rate', percent]),
    field(`rows.${owed.index}.rates`, owed.row.rates.join(' + ')),
  );
};

const notMapped = (owed: OwedRow, found: MappedVatCase, why: string): Result<RowVat, TranslateProblem> =>
  problem(
    'VatCaseNotMapped',
    `Row ${owed.index + 1} is the VAT case ${found} (${percentOf(owed.row)} %), which ${why}.`,
    field(`settings.vatCases.${found}`, '', ['{ vat, phrase, customerVatType }']),
    field(`rows.${owed.index}.rates`, owed.row.rates.join(' + ')),
  );

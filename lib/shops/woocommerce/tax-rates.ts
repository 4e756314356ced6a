import { type Fields, listOf, numericIdOf } from '../fields.ts';

/** A rate of VAT, in millionths of a percent. */
export interface TaxRate {
  readonly millionths: number;
  /** Reckoned on the net with the plain taxes in it. */
  readonly isCompound: boolean;
}

/** The rates that an order names, by their id. A tax line without a percent names none. */
export const readTaxRates = (order: Fields): ReadonlyMap<string, TaxRate> =>
  new Map(
    listOf(order['tax_lines']).flatMap((line) => {
      const id = numericIdOf(line['rate_id']);
      const millionths = millionthsOf(line['rate_percent']);
      return id === null || millionths === undefined
        ? []
        : [[id, { millionths, isCompound: isTrue(line['compound']) }]];
    }),
  );

/** The percents of a row, which add up to its tax; never taken from amounts. A fault where the row has a tax whose rate is not named. */
export const percentsOf = (
  known: ReadonlyMap<string, TaxRate>,
  row: Fields,
  taxMinor: number,
  at: string,
  faults: string[],
): string[] => {
  const rates: TaxRate[] = [];
  const before = faults.length;
  for (const [index, tax] of listOf(row['taxes']).entries()) {
    // A rate of the order that is not one of this row has an empty total.
    const total = tax['total'];
    if (total === undefined || total === null || total === '') continue;
    const rate = known.get(numericIdOf(tax['id']) ?? '');
    if (rate !== undefined) rates.push(rate);
    else if (Number(total) !== 0) faults.push(`${at}taxes.${index}.id names no rate of tax_lines`);
  }
  if (taxMinor !== 0 && rates.length === 0 && faults.length === before)
    faults.push(`${at}taxes names no rate for the row's tax`);
  return inPercents(rates);
};

/** Plain rates as they are; a compound one is worth more than it says, by all that was reckoned before it. */
const inPercents = (rates: readonly TaxRate[]): string[] => {
  const plain = rates.filter((rate) => !rate.isCompound).map((rate) => rate.millionths);
  let reckoned = WHOLE + BigInt(plain.reduce((sum, each) => sum + each, 0));
  const compound = rates
    .filter((rate) => rate.isCompound)
    .map(({ millionths }) => {
      const effective = (BigInt(millionths) * reckoned + WHOLE / 2n) / WHOLE;
      reckoned += effective;
      return Number(effective);
    });
  // Whole millionths of a percent: their quotient prints without a tail.
  return [...plain, ...compound].map((millionths) => String(millionths / 1_000_000));
};

/** 100 % in millionths of a percent. */
const WHOLE = 100_000_000n;

const millionthsOf = (percent: unknown): number | undefined => {
  const number =
    typeof percent === 'string' && /^\d{1,3}(\.\d+)?%?$/.test(percent) ? Number.parseFloat(percent) : percent;
  return typeof number === 'number' && number >= 0 && number <= 100 ? Math.round(number * 1_000_000) : undefined;
};

const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === 1 || value === '1';

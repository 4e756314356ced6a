import { COMMON_CALL_CODES } from './codes/common-call.ts';
import { COMMON_FIELD_CODES } from './codes/common-field.ts';
import { CRM_CODES } from './codes/crm.ts';
import { FINANCE_DOCUMENT_CODES } from './codes/finance-document.ts';
import { FINANCE_VALUE_CODES } from './codes/finance-value.ts';
import { PRODUCT_CODES } from './codes/product.ts';
import type { Bilingual, Co3Code, FixedBy, Scope } from './codes/row.ts';
import { STOCK_CODES } from './codes/stock.ts';

export type { Bilingual, Co3Code, FixedBy, Scope };

/** All that CO3's error page lists. Policy, documentation, desk and tests are driven by it. */
export const CO3_CODES = {
  ...COMMON_CALL_CODES,
  ...COMMON_FIELD_CODES,
  ...CRM_CODES,
  ...FINANCE_VALUE_CODES,
  ...FINANCE_DOCUMENT_CODES,
  ...PRODUCT_CODES,
  ...STOCK_CODES,
} as const satisfies Record<number, Co3Code>;

export type Co3CodeNumber = keyof typeof CO3_CODES;

export const isKnownCode = (code: number): code is Co3CodeNumber => Object.hasOwn(CO3_CODES, code);

/** The catalogue's row of a number; undefined where there is no number, or the catalogue does not have it. */
export const rowOf = (code: number | null): Co3Code | undefined =>
  code !== null && isKnownCode(code) ? CO3_CODES[code] : undefined;

/** A place that an error points at. */
export interface Co3ErrorField {
  /** CO3's name of the field, empty where no field of the call is meant. */
  readonly tag: string;
  /** Our name of the place (`buyer.email`, `settings.payments`), empty where only the tag is known. */
  readonly path: string;
  /** What was sent, or what CO3 quotes. */
  readonly value: string;
  readonly allowed: readonly string[];
}

/** One error of CO3, or a reason of our own in the same form, ready for a letter. */
export interface Co3Error {
  /** CO3's number; null for a reason of our own. */
  readonly code: number | null;
  readonly name: string;
  readonly module: string;
  readonly scope: Scope;
  readonly fixedBy: FixedBy;
  readonly alarm: boolean;
  /** All that CO3 said, or our own words. */
  readonly text: string;
  readonly fields: readonly Co3ErrorField[];
  readonly advice: Bilingual;
  /** The section of docs/errors.md that says more. */
  readonly docs: string;
}

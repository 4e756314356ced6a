/** An object of the body as it came: any field may be missing, null or of another type than documented. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : NO_FIELDS);

/** The objects of a list; anything else counts as not there. */
export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : NO_LIST);

/** The objects of a list that amounts come from: none where there is no list, a fault for whatever is neither. */
export const amountsListOf = (fields: Fields, key: string, at: string, faults: string[]): readonly Fields[] => {
  const value = fields[key];
  if (value === undefined || value === null) return NO_LIST;
  if (Array.isArray(value) && value.every(isFields)) return value;
  faults.push(`${at}${key} is no list of objects`);
  return NO_LIST;
};

/** A text without blanks at its ends; a number as its text; empty for anything else. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
};

export const firstText = (...values: readonly unknown[]): string => {
  for (const value of values) {
    const text = textOf(value);
    if (text !== '') return text;
  }
  return '';
};

/** A number as a shop counts its things, as text; null for anything else. */
export const numericIdOf = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  return typeof value === 'string' && /^\d+$/.test(value) ? value : null;
};

/** A whole number of pieces; a fault and 0 for anything else. */
export const quantityOf = (fields: Fields, key: string, at: string, faults: string[]): number => {
  const value = fields[key];
  const quantity = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof quantity === 'number' && Number.isSafeInteger(quantity) && quantity >= 0) return quantity;
  faults.push(`${at}${key} is no number of pieces`);
  return 0;
};

const NO_FIELDS: Fields = {};
const NO_LIST: readonly Fields[] = [];

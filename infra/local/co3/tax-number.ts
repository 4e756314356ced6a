const HUNGARIAN = /^(?:(\d{8})-[1-5]-\d{2}|(\d{8})[1-5]\d{2}|HU(\d{8}))$/;
const OTHER_EU = /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,12}$/;
const WEIGHTS = [9, 7, 3, 1, 9, 7, 3];

/** Hungarian numbers by their check digit, those of other EU countries by their shape. */
export const isTaxNumber = (text: string): boolean => {
  const hungarian = HUNGARIAN.exec(text);
  if (hungarian === null) return OTHER_EU.test(text);
  return hasCheckDigit(hungarian[1] ?? hungarian[2] ?? hungarian[3] ?? '');
};

const hasCheckDigit = (eight: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(eight[place]), 0);
  return (10 - (sum % 10)) % 10 === Number(eight[7]);
};

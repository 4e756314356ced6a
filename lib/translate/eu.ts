/** The member states by ISO code, with the form of a VAT number after its two letters (Greece writes EL before it). */
const VAT_NUMBER_FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['AT', /^U\d{8}$/],
  ['BE', /^[01]\d{9}$/],
  ['BG', /^\d{9,10}$/],
  ['CY', /^\d{8}[A-Z]$/],
  ['CZ', /^\d{8,10}$/],
  ['DE', /^\d{9}$/],
  ['DK', /^\d{8}$/],
  ['EE', /^\d{9}$/],
  ['ES', /^[A-Z0-9]\d{7}[A-Z0-9]$/],
  ['FI', /^\d{8}$/],
  ['FR', /^[A-HJ-NP-Z0-9]{2}\d{9}$/],
  ['GR', /^\d{9}$/],
  ['HR', /^\d{11}$/],
  ['HU', /^\d{8}$/],
  ['IE', /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/],
  ['IT', /^\d{11}$/],
  ['LT', /^(\d{9}|\d{12})$/],
  ['LU', /^\d{8}$/],
  ['LV', /^\d{11}$/],
  ['MT', /^\d{8}$/],
  ['NL', /^[A-Z0-9+*]{10}\d{2}$/],
  ['PL', /^\d{10}$/],
  ['PT', /^\d{9}$/],
  ['RO', /^\d{2,10}$/],
  ['SE', /^\d{12}$/],
  ['SI', /^\d{8}$/],
  ['SK', /^\d{10}$/],
]);

/** By ISO 3166-1 code. */
export const isEuCountry = (country: string): boolean => VAT_NUMBER_FORMS.has(country);

/** The member state whose VAT number this has the form of; the text is in capitals, without blanks and punctuation. */
export const countryOfVatNumber = (compact: string): string | undefined => {
  const prefix = compact.slice(0, 2);
  const country = prefix === 'EL' ? 'GR' : prefix;
  return VAT_NUMBER_FORMS.get(country)?.test(compact.slice(2)) === true ? country : undefined;
};

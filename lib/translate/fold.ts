/** Without accents, letter case and needless blanks: `Banki  Átutalás` = `banki atutalas`. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** As `foldText`, and without punctuation: `note_attributes.Adószám` = `noteattributesadoszam`. */
export const foldKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Blank texts are empty; all others stay as they are. */
export const orEmpty = (text: string): string => (text.trim() === '' ? '' : text);

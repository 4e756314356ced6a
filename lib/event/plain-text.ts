/**
 * The text without anything that acts on a terminal: escape sequences, control characters, and the marks that turn the direction of writing.
 * Line feeds stay, a tab becomes a space.
 */
export const toPlainText = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(ESCAPE_SEQUENCES, '').replaceAll(UNSEEN, '');

/** The same on one line. */
export const toPlainLine = (text: string): string => toPlainText(text).replaceAll(/\s*\n\s*/g, ' ');

/** JSON whose strings hold nothing that acts on a terminal; they read back to the very same texts. */
export const toSafeJson = (value: unknown): string => withoutUnseen(JSON.stringify(value, null, 2));

/** The same on one line. */
export const toSafeJsonLine = (value: unknown): string => withoutUnseen(JSON.stringify(value));

const withoutUnseen = (json: string): string =>
  json.replaceAll(UNSEEN_IN_JSON, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const pattern = (source: string): RegExp => new RegExp(source, 'g');

// ECMA-48: strings (OSC, DCS, SOS, PM, APC) up to their end, then CSI, then the two- and three-character sequences.
const ESCAPE_SEQUENCES = pattern(
  [
    String.raw`(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?`,
    String.raw`(?:\u001b\[|\u009b)[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]?`,
    String.raw`\u001b[\u0020-\u002f]*[\u0030-\u007e]?`,
  ].join('|'),
);
const UNSEEN = pattern(
  String.raw`[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]`,
);
const UNSEEN_IN_JSON = pattern(String.raw`[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]`);

// Everything that XML 1.0 does not allow as a character (https://www.w3.org/TR/xml/#charsets); lone surrogates are among it.
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,8})|#x([0-9a-fA-F]{1,8}));/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text without the characters that XML 1.0 forbids. */
export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, '');

/** The text as it comes back out of any XML reader: forbidden characters removed, every line end a line feed. */
export const toXmlText = (text: string): string => withoutForbidden(text).replace(/\r\n?/g, '\n');

/** The five entities and numeric references, decoded once; any other reference stays as it is written. */
export const decodeReferences = (text: string): string =>
  text.replace(REFERENCE, (written, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
    // Half a character each: some encoders write an emoji as two references.
    if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });

import { gunzipSync } from 'node:zlib';

/** Every text of a record, however deep it stands. */
export function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsIn(part);
}

/** Whether the e-mail stands in the text, as a whole and in whatever letter case. */
export const makeMentions = (email: string): ((text: string) => boolean) => {
  const sought = email.trim().toLowerCase();
  return (text) => {
    const within = text.toLowerCase();
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1))
      if (!PART.test(within.charAt(at - 1)) && !NEXT.test(within.slice(at + sought.length, at + sought.length + 2)))
        return true;
    return false;
  };
};

// What another address would go on with: before it any sign of a name, after it one of a domain (a full stop may end a sentence).
const PART = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const NEXT = /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u;

/** The text, and the bodies that were kept packed in it. */
export const unpackedIn = (text: string): readonly string[] => [text, ...(text.match(PACKED) ?? []).map(unpacked)];

// Base64 of gzip begins so.
const PACKED = /H4sI[A-Za-z0-9+/=]+/g;

const unpacked = (body: string): string => {
  try {
    return gunzipSync(Buffer.from(body, 'base64'), { maxOutputLength: 64 * 1024 * 1024 }).toString('utf8');
  } catch {
    // Letters that only look like it.
    return '';
  }
};

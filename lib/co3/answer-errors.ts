import type { Co3Error } from './codes.ts';
import type { Contract } from './contract.ts';
import type { SentCall } from './decode.ts';
import { decodeError } from './decode.ts';
import type { XmlElement } from './xml.ts';
import { childText, findAll } from './xml-find.ts';

/** Every error with a code, at any place of the answer. A code that is no number is kept with its text, without a number. */
export const readErrors = (root: XmlElement, sent: SentCall, contract: Contract): readonly Co3Error[] =>
  findAll(root, contract.envelope.error).flatMap((error) => {
    const code = childText(error, contract.envelope.code) ?? '';
    const text = childText(error, contract.envelope.description) ?? '';
    // An empty code stands in no error: some programs leave the whole block in an acknowledgement.
    if (code === '') return [];
    return [
      /^\d{1,6}$/.test(code) ? decodeError(Number(code), text, sent) : decodeError(null, `${code}: ${text}`, sent),
    ];
  });

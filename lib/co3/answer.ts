import { readErrors } from './answer-errors.ts';
import type { Co3Answer } from './answer-types.ts';
import type { Co3Error } from './codes.ts';
import { type Co3Command, isWrite, toSentCall } from './command.ts';
import type { Contract, MethodName } from './contract.ts';
import { wordOf } from './contract.ts';
import { decodeError } from './decode.ts';
import { parseXml, type XmlElement } from './xml.ts';
import { childText, findWithin } from './xml-find.ts';

/** What an answer that arrived can say. */
export type ReadAnswer = Exclude<Co3Answer, { kind: 'no-answer' | 'never-left' | 'no-time' }>;

// An acknowledgement is short. Reading megabytes could outlast the worker before it has written down what became of its call.
const MAX_ACKNOWLEDGEMENT = 262_144;

// How deep an acknowledgement and the id of what was made may stand.
const ACKNOWLEDGED_WITHIN = 3;

/** What CO3 answered. The body rules whatever the status is; a body that says nothing certain is `unreadable`. */
export const readAnswer = (
  status: number,
  body: string | Uint8Array,
  call: Co3Command<MethodName>,
  contract: Contract,
): ReadAnswer => {
  const isSet = isWrite(call.method);
  if (isSet && body.length > MAX_ACKNOWLEDGEMENT)
    return unreadable(status, `more than ${MAX_ACKNOWLEDGEMENT} characters for an acknowledgement`);
  const parsed = parseXml(body);
  if (!parsed.ok) return busy(status, call, contract) ?? unreadable(status, parsed.problem);
  const root = parsed.value;
  if (root.name !== contract.envelope.response)
    return busy(status, call, contract) ?? unreadable(status, 'another root element than that of an answer');
  const errors = readErrors(root, toSentCall(call, contract), contract);
  if (isFilled(errors)) return { kind: 'refused', errors };
  const results = resultsOf(root, contract, isSet ? ACKNOWLEDGED_WITHIN : 1);
  const isOk = results.length > 0 && results.every((result) => result.ok);
  if (results.length > 0 && results.every((result) => !result.ok))
    return {
      kind: 'refused',
      errors: [decodeError(null, textsOf(root, results, contract), toSentCall(call, contract))],
    };
  if (results.length > 0 && !isOk) return unreadable(status, 'both an acknowledgement and a refusal');
  if (status !== 200) return busy(status, call, contract) ?? unreadable(status, `HTTP ${status} without an error code`);
  if (!isSet)
    return hasBareError(root, contract) ? unreadable(status, 'an error without a code') : { kind: 'data', root };
  const ids = idsOf(root, call.method, contract);
  if (!isOk && ids.length === 0) return unreadable(status, 'neither OK nor an id nor an error');
  // Two different ids: it was done, and reading back tells which is the document's.
  return { kind: 'acknowledged', id: ids.length === 1 ? (ids[0] ?? null) : null };
};

const unreadable = (status: number, why: string): ReadAnswer => ({ kind: 'unreadable', status, why });

/** HTTP's own «too many requests» says of the call what code 8 says. */
const busy = (status: number, call: Co3Command<MethodName>, contract: Contract): ReadAnswer | undefined =>
  status === 429 ? { kind: 'refused', errors: [decodeError(8, 'HTTP 429', toSentCall(call, contract))] } : undefined;

interface Result {
  readonly text: string;
  readonly ok: boolean;
}

const resultsOf = (root: XmlElement, contract: Contract, within: number): readonly Result[] => {
  const okWord = wordOf(contract, 'result', 'OK').toLowerCase();
  return findWithin(root, contract.envelope.result, within)
    .map(({ element }) => element.text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, ok: text.toLowerCase() === okWord }));
};

const textsOf = (root: XmlElement, results: readonly Result[], contract: Contract): string =>
  [
    ...results.map(({ text }) => text),
    ...findWithin(root, contract.envelope.description, ACKNOWLEDGED_WITHIN).map(({ element }) => element.text.trim()),
  ].join(': ');

/** The positive ids of what was made, each once: under the contract's own tag, else under `id`, those nearest to the root. */
const idsOf = (root: XmlElement, method: MethodName, contract: Contract): readonly string[] => {
  const { idTag } = contract.methods[method];
  for (const tag of idTag === null ? ['id'] : [idTag, 'id']) {
    const found = findWithin(root, tag, ACKNOWLEDGED_WITHIN)
      .map(({ element, depth }) => ({ id: element.text.trim(), depth }))
      .filter(({ id }) => /^0*[1-9]\d*$/.test(id));
    if (found.length > 0)
      return [...new Set(found.filter(({ depth }) => depth === found[0]?.depth).map(({ id }) => id))];
  }
  return [];
};

const hasBareError = (root: XmlElement, contract: Contract): boolean =>
  findWithin(root, contract.envelope.error, 1).some(
    ({ element }) => element.text.trim() !== '' || (childText(element, contract.envelope.description) ?? '') !== '',
  );

const isFilled = (errors: readonly Co3Error[]): errors is readonly [Co3Error, ...Co3Error[]] => errors.length > 0;

import { compare, toDecimal } from '../event/decimal.ts';
import type { Co3Command, Leaf } from './command.ts';
import { type CallName, type Contract, type Footing, tagOf, wordOf } from './contract.ts';
import { METHODS, type MethodEntry } from './contract-table.ts';
import { markerLineOf } from './invoice-reads.ts';
import type { XmlElement } from './xml.ts';
import { childText, findOutermost } from './xml-find.ts';

/** What became of one name that was sent. */
export interface SentName {
  readonly method: CallName;
  /** Ours. */
  readonly tag: string;
  /** As CO3 was sent it. */
  readonly name: string;
  readonly footing: Footing;
  /**
   * `holds`: CO3 shows the very value. `cut`: of a text the first line alone. `other`: it shows something else. `absent`: it shows nothing,
   * so that it does not know the name, or shows it under another.
   */
  readonly verdict: 'holds' | 'cut' | 'other' | 'absent';
  /** What CO3 shows, where that is something else. */
  readonly shown: string;
}

/** Holds what a call has sent against what CO3 shows of the thing afterwards; of rows, each name is judged by the first. Pure. */
export const compareSent = (
  call: Co3Command,
  root: XmlElement,
  shownBy: 'getContact' | 'getInvoice',
  contract: Contract,
): readonly SentName[] => {
  const tag = (name: string): string => tagOf(contract.methods[shownBy], name);
  const thing = findOutermost(root, tag(shownBy === 'getContact' ? 'contact' : 'invoice'))[0] ?? root;
  return call.parameters.flatMap((parameter) => {
    // A contact's own id says which one is meant, and nothing of it.
    if (!('items' in parameter))
      return call.method === 'setContact' && parameter.tag === 'contact_id'
        ? []
        : [judge(call.method, parameter, thing, tag, contract)];
    const row = findOutermost(thing, tag(parameter.tag)).flatMap((rows) => findOutermost(rows, tag(parameter.item)))[0];
    return (parameter.items[0] ?? []).map((leaf) => judge(call.method, leaf, row, tag, contract));
  });
};

const judge = (
  method: CallName,
  leaf: Leaf,
  thing: XmlElement | undefined,
  tag: (name: string) => string,
  contract: Contract,
): SentName => {
  const sent = wordOf(contract, leaf.tag, leaf.value).trim();
  const shown = thing === undefined ? '' : (childText(thing, tag(leaf.tag)) ?? '');
  const verdict = verdictOf(sent, shown);
  return {
    method,
    tag: leaf.tag,
    name: tagOf(contract.methods[method], leaf.tag),
    footing: (METHODS[method] as MethodEntry).sends[leaf.tag] ?? 'A',
    verdict,
    shown: verdict === 'other' ? shown.slice(0, 80) : '',
  };
};

const verdictOf = (sent: string, shown: string): SentName['verdict'] => {
  if (isSame(sent, shown)) return 'holds';
  if (shown === '') return 'absent';
  return markerLineOf(sent) === markerLineOf(shown) ? 'cut' : 'other';
};

const isSame = (a: string, b: string): boolean =>
  a === b || (isDecimal(a) && isDecimal(b) && compare(toDecimal(a), toDecimal(b)) === 0);

const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,9})?$/.test(text);

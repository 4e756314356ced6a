import { own } from '../event/own.ts';
import { type CallName, type Contract, type Footing, tagOf } from './contract.ts';
import { METHODS, type MethodEntry } from './contract-table.ts';
import type { XmlElement } from './xml.ts';
import { findAll, findOutermost } from './xml-find.ts';

/** A name of the contract: ours, and how the account's CO3 is taken to call it. */
export interface ContractName {
  readonly tag: string;
  readonly name: string;
  readonly footing: Footing;
}

/** What an answer shows of the names that the contract has for it. */
export interface Comparison {
  readonly method: CallName;
  /** How many things it tells of; with none, and nothing unknown, it shows nothing. */
  readonly things: number;
  readonly came: readonly ContractName[];
  readonly missing: readonly ContractName[];
  /** Those of the missing ones without which the bridge cannot read the answer. */
  readonly needed: readonly ContractName[];
  /** Elements of the answer that the contract does not have: what a missing one may be called. */
  readonly besides: readonly string[];
  /** Fixed words that the contract does not have. */
  readonly words: readonly { readonly tag: string; readonly word: string }[];
}

/** The methods whose answers can be held against the contract, and the element of each thing that they tell of. */
const THINGS = {
  getHistoryTypes: 'history_type',
  getContacts: 'contact',
  getContact: 'contact',
  getInvoices: 'invoice',
  getInvoice: 'invoice',
  getProduct: 'product',
  getStock: 'product',
} as const satisfies Partial<Record<CallName, string>>;

export type ComparedMethod = keyof typeof THINGS;

/** Names that the bridge reads; of names side by side one is enough. */
const NEEDED: Readonly<Record<ComparedMethod, readonly (readonly string[])[]>> = {
  getHistoryTypes: [],
  getContacts: [['contact'], ['contact_id'], ['contact_name']],
  getContact: [['contact_lastname', 'contact_firstname', 'contact_firm']],
  getInvoices: [['invoice'], ['invoice_id'], ['crdr'], ['contact_id'], ['currency'], ['issue_date'], ['gross']],
  getInvoice: [['invoice_id'], ['crdr'], ['contact_id'], ['currency'], ['issue_date'], ['gross'], ['comment']],
  getProduct: [['product'], ['product_id'], ['item_number'], ['stock', 'warehouse']],
  getStock: [['product'], ['product_id'], ['stock', 'warehouse']],
};

/** Elements within a thing that hold things of their own, and what these have; a thing may have none of them. */
const INNER: readonly { readonly holder: string; readonly each: string; readonly leaves: readonly string[] }[] = [
  {
    holder: 'items',
    each: 'item',
    leaves: ['product_id', 'name', 'quantity', 'unit', 'net_price', 'vat', 'discount', 'note'],
  },
  { holder: 'warehouses', each: 'warehouse', leaves: ['warehouse_id', 'quantity'] },
];

/** Tags whose words are few and fixed. */
const FIXED_WORDS = ['crdr', 'method', 'customer_vat_type'] as const;

/** Holds an answer against the contract. Pure; nothing of what the answer says is kept but names and fixed words. */
export const compareAnswer = (root: XmlElement, method: ComparedMethod, contract: Contract): Comparison => {
  const expected = expectedOf(method, contract);
  const isThere = ({ name }: ContractName): boolean => findAll(root, name).length > 0;
  const thing = tagOf(contract.methods[method], THINGS[method]);
  const things = findOutermost(root, thing).length;
  const came = expected.filter(isThere);
  const besides = besidesOf(root, method, contract);
  const said = new Set(came.map(({ tag }) => tag));
  const missing =
    things === 0 && besides.length === 0 ? [] : expected.filter(({ tag }) => !said.has(tag) && !isUnseen(tag, said));
  const lacking = new Set(NEEDED[method].filter((names) => !names.some((name) => said.has(name))).flat());
  return {
    method,
    things,
    came,
    missing,
    needed: missing.filter(({ tag }) => lacking.has(tag)),
    besides,
    words: wordsOf(root, method, contract),
  };
};

/** All that the answer is read by, the thing's own id among it. */
const expectedOf = (method: ComparedMethod, contract: Contract): readonly ContractName[] => {
  const entry: MethodEntry = METHODS[method];
  const ids = method === 'getInvoice' ? { invoice_id: entry.sends['invoice_id'] ?? 'A' } : {};
  return Object.entries({ ...ids, ...entry.answers, ...entry.lists }).map(([tag, footing]) => ({
    tag,
    name: tagOf(contract.methods[method], tag),
    footing,
  }));
};

/** Whether nothing was there that could have had the tag: a holder came, and was empty. */
const isUnseen = (tag: string, said: ReadonlySet<string>): boolean =>
  INNER.some(
    ({ holder, each, leaves }) => said.has(holder) && !said.has(each) && (tag === each || leaves.includes(tag)),
  );

const MOST_NAMES = 30;
const LONGEST_NAME = 60;

const besidesOf = (root: XmlElement, method: ComparedMethod, contract: Contract): readonly string[] => {
  const known = new Set([...Object.values(contract.methods[method].tags), ...Object.values(contract.envelope)]);
  return [...new Set(namesOf(root))]
    .filter((name) => !known.has(name))
    .slice(0, MOST_NAMES)
    .map((name) => name.slice(0, LONGEST_NAME));
};

const namesOf = ({ children }: XmlElement): readonly string[] =>
  children.flatMap((child) => [child.name, ...namesOf(child)]);

const wordsOf = (root: XmlElement, method: ComparedMethod, contract: Contract): Comparison['words'] =>
  FIXED_WORDS.flatMap((tag) => {
    const known = new Set(Object.values(contract.values[tag] ?? {}).map((word) => word.toLowerCase()));
    const name = own(contract.methods[method].tags, tag);
    const said = name === undefined ? [] : findAll(root, name).map(({ text }) => text.trim());
    return [...new Set(said)]
      .filter((word) => word !== '' && !known.has(word.toLowerCase()))
      .slice(0, MOST_NAMES)
      .map((word) => ({ tag, word: word.slice(0, LONGEST_NAME) }));
  });

import { own } from '../event/own.ts';
import { ENVELOPE, VALUES } from './contract-fields.ts';
import { METHODS, type MethodEntry, type MethodName, type Resource } from './contract-table.ts';

export type { Footing } from './contract-fields.ts';
export type { CallName, ListTag, MethodName, Resource, SentTag } from './contract-table.ts';

/** A method as this account's CO3 has it. */
export interface MethodContract {
  readonly name: string;
  readonly resource: Resource | 'authenticate';
  readonly does: 'read' | 'write';
  readonly idTag: string | null;
  /** CO3's name of every tag of the method, lists included, by ours. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What nobody has documented and an account's first days show. */
export interface Assumptions {
  /** Whether `comment` comes back whole. */
  readonly commentKept: boolean;
  /** What CO3 rounds to the minor unit. */
  readonly rounding: 'row' | 'total';
  readonly priceDecimals: number;
  /** Decimals of an amount by currency, where CO3 keeps others than the currency has. */
  readonly amountDecimals: Readonly<Record<string, number>>;
  readonly passwordMd5: 'lower' | 'upper';
}

/** The whole vocabulary as one account's CO3 has it. */
export interface Contract {
  readonly methods: Readonly<Record<MethodName, MethodContract>>;
  readonly envelope: Readonly<Record<keyof typeof ENVELOPE, string>>;
  /** CO3's word by tag and our word. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly assumptions: Assumptions;
}

/** The contract as it is documented or assumed, with nothing renamed. */
export const PLAIN_CONTRACT: Contract = {
  methods: Object.fromEntries(
    Object.entries(METHODS).map(([name, entry]) => [name, toMethod(name, entry)]),
  ) as unknown as Contract['methods'],
  envelope: sameNames(ENVELOPE) as Contract['envelope'],
  values: Object.fromEntries(Object.entries(VALUES).map(([tag, words]) => [tag, sameNames(words)])),
  assumptions: {
    commentKept: true,
    rounding: 'row',
    priceDecimals: 6,
    amountDecimals: { HUF: 2 },
    passwordMd5: 'lower',
  },
};

/** CO3's word for a value of ours; a word that the contract does not have goes through as it is. */
export const wordOf = (contract: Contract, tag: string, word: string): string => {
  const words = own(contract.values, tag);
  return words !== undefined && Object.hasOwn(words, word) ? (words[word] ?? word) : word;
};

/** Our word for a value of CO3's, which may be written in another letter case; one that the contract does not have goes through as it is. */
export const ownWordOf = (contract: Contract, tag: string, theirs: string): string => {
  const words = Object.entries(Object.hasOwn(contract.values, tag) ? (contract.values[tag] ?? {}) : {});
  const found =
    words.find(([, word]) => word === theirs) ?? words.find(([, word]) => word.toLowerCase() === theirs.toLowerCase());
  return found?.[0] ?? theirs;
};

/** CO3's name of a tag; a custom field of the account is called as it is. */
export const tagOf = (method: MethodContract, tag: string): string =>
  Object.hasOwn(method.tags, tag) ? (method.tags[tag] ?? tag) : tag;

function toMethod(name: string, entry: MethodEntry): MethodContract {
  return {
    name,
    resource: entry.resource[0],
    does: entry.does,
    idTag: entry.idTag === null ? null : entry.idTag[0],
    tags: sameNames({ ...entry.sends, ...entry.answers, ...entry.lists }),
  };
}

function sameNames(names: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, name]));
}

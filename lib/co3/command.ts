import {
  type CallName,
  type Contract,
  type ListTag,
  type MethodName,
  type SentTag,
  tagOf,
  wordOf,
} from './contract.ts';
import { METHODS, type Resource } from './contract-table.ts';
import type { SentCall } from './decode.ts';
import { pathOf } from './paths.ts';
import { buildXml, type XmlNode } from './xml-build.ts';

/** A value of a call. `bare` for numbers, ids and dates, `text` for everything that is said. */
export interface Leaf<Tag extends string = string> {
  readonly tag: Tag;
  readonly value: string;
  readonly form: 'bare' | 'text';
}

/** Rows of a call, each under an element `item` of the element `tag`. */
export interface List<Tag extends string = string> {
  readonly tag: string;
  readonly item: string;
  readonly items: readonly (readonly Leaf<Tag>[])[];
}

export type Parameter<Tag extends string = string> = Leaf<Tag> | List<Tag>;

/** A call in the contract's own names; an account's renames come in when the XML is built. */
export interface Co3Command<M extends MethodName = CallName> {
  readonly method: M;
  readonly parameters: readonly Parameter[];
}

export const command = <M extends MethodName>(
  method: M,
  parameters: readonly (
    | Leaf<SentTag<M>>
    | (List<SentTag<M>> & { readonly tag: ListTag<M>; readonly item: ListTag<M> })
  )[],
): Co3Command<M> => ({ method, parameters });

/** Whether CO3 holds something else after the call than before. */
export const isWrite = (method: MethodName): boolean => METHODS[method].does === 'write';

export const resourceOf = (method: CallName): Resource => METHODS[method].resource[0];

/** The keys of a call; `elided` is how a person sees it. */
export type CallKeys = { readonly apiKey: string; readonly sessionKey: string | null } | 'elided';

const ELIDED = { apiKey: '…', sessionKey: '…' };

/** The whole request body. Never log or keep one that was not built with `elided` keys. */
export const toXml = (call: Co3Command<MethodName>, keys: CallKeys, contract: Contract): string => {
  const method = contract.methods[call.method];
  const { apiKey, sessionKey } = keys === 'elided' ? ELIDED : keys;
  const toLeaf = ({ tag, value, form }: Leaf): XmlNode => ({
    name: tagOf(method, tag),
    value: wordOf(contract, tag, value),
    form,
  });
  const toNode = (parameter: Parameter): XmlNode =>
    'items' in parameter
      ? {
          name: tagOf(method, parameter.tag),
          children: parameter.items.map((leaves) => ({
            name: tagOf(method, parameter.item),
            children: leaves.map(toLeaf),
          })),
        }
      : toLeaf(parameter);
  const heads: readonly XmlNode[] = [
    { name: contract.envelope.api_key, value: apiKey, form: 'text' },
    ...(sessionKey === null ? [] : [{ name: contract.envelope.session_key, value: sessionKey, form: 'text' as const }]),
  ];
  return buildXml({
    name: contract.envelope.command,
    children: [{ name: method.name, children: [...heads, ...call.parameters.map(toNode)] }],
  });
};

/** What a call said, as an error of CO3 is read against it: CO3 names the account's own tags. */
export const toSentCall = (call: Co3Command<MethodName>, contract: Contract): SentCall => {
  const method = contract.methods[call.method];
  const toSent = ({ tag, value }: Leaf, row: number) => ({
    tag: tagOf(method, tag),
    path: pathOf(call.method, tag, row),
    value: wordOf(contract, tag, value),
  });
  return {
    method: call.method,
    tags: call.parameters.flatMap((parameter) =>
      'items' in parameter
        ? parameter.items.flatMap((leaves, row) => leaves.map((leaf) => toSent(leaf, row)))
        : [toSent(parameter, 0)],
    ),
  };
};

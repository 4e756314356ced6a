import type { Account, Right, User } from './account.ts';
import type { Refusal } from './codes.ts';
import type { Dialect } from './dialect.ts';
import type { Node } from './write-answer.ts';
import type { XmlElement } from './xml.ts';

/** A call of a user that has signed in and may make it. */
export interface Call {
  readonly account: Account;
  readonly user: User;
  readonly params: XmlElement;
  readonly now: number;
  /** Reads see what was there then; `now` where nothing lags. */
  readonly asOf: number;
  readonly dialect: Dialect;
}

/** What a method finds; a set method has changed nothing before its `commit` is called. */
export type Outcome =
  | Refusal
  | { readonly kind: 'data'; readonly content: string | readonly Node[] }
  | { readonly kind: 'saved'; readonly idTag: string; readonly id: number; readonly commit: () => void };

export interface Method {
  readonly resource: 'crm' | 'finance' | 'product';
  readonly right: Right;
  readonly run: (call: Call) => Outcome;
}

export type Methods = Readonly<Record<string, Method>>;

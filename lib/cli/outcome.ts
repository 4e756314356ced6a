import { fail, ok, type Result } from '../event/result.ts';
import type { Block } from './view/block.ts';

/** What a command has to show: the same as JSON and for people. Code 1: nothing was to be done, or CO3 (or the bridge) refuses. */
export interface Shown {
  readonly code: 0 | 1;
  readonly json: unknown;
  readonly blocks: readonly Block[];
}

/** Why a command did not do what it was asked for, and what to do next. Code 2: it was used wrongly. */
export interface Failure {
  readonly code: 1 | 2;
  readonly text: string;
}

export type Outcome = Result<Shown, Failure>;

export const shown = (json: unknown, blocks: readonly Block[], code: Shown['code'] = 0): Outcome =>
  ok({ code, json, blocks });

export const refused = (text: string): { readonly ok: false; readonly problem: Failure } => fail({ code: 1, text });

export const misused = (text: string): { readonly ok: false; readonly problem: Failure } => fail({ code: 2, text });

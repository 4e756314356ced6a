import type { Co3Error } from '../../co3/codes.ts';
import type { WorkStatus } from '../records.ts';

/** What is to be done next for something of the catalogue; `act` names what a call is made for. */
export type GoodsPlan<Act> =
  | { readonly kind: 'nothing'; readonly status: Exclude<WorkStatus, 'due' | 'release'>; readonly reason: string }
  | { readonly kind: 'wait'; readonly until: number; readonly reason: string }
  | { readonly kind: 'letter'; readonly error: Co3Error; readonly digest: string }
  | { readonly kind: 'act'; readonly act: Act; readonly reason: string };

import type { Co3Error } from './codes.ts';
import type { XmlElement } from './xml.ts';

/** A call that CO3 has not carried out, or that nobody can say of. */
export type Co3Failure =
  | { readonly kind: 'never-left'; readonly cause: unknown } // this request's socket never connected
  | { readonly kind: 'no-answer'; readonly cause: unknown } // reset or time-out: CO3 may have done the work
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string } // gateway page, cut-off body
  | { readonly kind: 'refused'; readonly errors: readonly [Co3Error, ...Co3Error[]] }
  | { readonly kind: 'no-time' }; // the worker's time would not suffice, so the call was not made

/** What became of one call. */
export type Co3Answer =
  | { readonly kind: 'data'; readonly root: XmlElement }
  | { readonly kind: 'acknowledged'; readonly id: string | null }
  | Co3Failure;

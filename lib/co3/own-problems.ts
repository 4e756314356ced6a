import type { Bilingual, Co3Error, FixedBy } from './codes.ts';
import { DELIVERY_PROBLEMS } from './own-problems/delivery.ts';
import { DOCUMENT_PROBLEMS } from './own-problems/documents.ts';
import { GOODS_PROBLEMS } from './own-problems/goods.ts';
import { TRANSLATION_PROBLEMS } from './own-problems/translation.ts';

/** A reason for a letter that is no error of CO3's page. */
export interface OwnProblem {
  /** A headline for whoever keeps the books. */
  readonly title: Bilingual;
  readonly fixedBy: FixedBy;
  /** A letter of it raises an alarm as well. */
  readonly alarm: boolean;
  /** What has happened, in a sentence. */
  readonly means: Bilingual;
  readonly advice: Bilingual;
  /** The section of docs/errors.md that says more. */
  readonly docs: string;
}

/** Why an order, a product or a stock level goes to a person without a number of CO3's. Names are permanent. */
export const OWN_PROBLEMS = {
  ...TRANSLATION_PROBLEMS,
  ...DELIVERY_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...GOODS_PROBLEMS,
} as const satisfies Record<string, OwnProblem>;

export type OwnProblemName = keyof typeof OWN_PROBLEMS;

/** A reason of our own in the form of an error of CO3's. */
export const toOwnError = (
  name: OwnProblemName,
  text: string,
  fields: readonly { readonly path: string; readonly value: string; readonly allowed: readonly string[] }[],
): Co3Error => {
  const { fixedBy, alarm, advice, docs } = OWN_PROBLEMS[name];
  return {
    code: null,
    name,
    module: 'bridge',
    scope: 'message',
    fixedBy,
    alarm,
    text,
    fields: fields.map(({ path, value, allowed }) => ({ tag: '', path, value, allowed })),
    advice,
    docs,
  };
};

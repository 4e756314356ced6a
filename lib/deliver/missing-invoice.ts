import { toOwnError } from '../co3/own-problems.ts';
import type { Decision } from './decide.ts';

// «Non-existing invoice», «non-existing invoice or corrective invoice».
const MISSING: ReadonlySet<number | null> = new Set([301, 307]);

/** CO3 does not know an invoice that it gave us the id of. The id is never forgotten, or the next plan would issue a second one. */
export const asMissing = <D extends Decision>(decision: D): D => {
  if (decision.kind !== 'letter' || !MISSING.has(decision.error.code)) return decision;
  const { code, module, text, fields } = decision.error;
  return { ...decision, error: { ...toOwnError('InvoiceMissingInCo3', text, []), code, module, fields } };
};

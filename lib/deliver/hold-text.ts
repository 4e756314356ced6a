import { CO3_CODES, type Co3Code, isKnownCode } from '../co3/codes.ts';
import type { Hold, HoldReason } from './lane-records.ts';

const REASONS = {
  code: 'CO3 refuses the whole account',
  'never-left': 'CO3 cannot be reached',
  'no-answer': 'CO3 does not answer',
  'unknown-documents': 'documents got no answer',
  breaker: 'one refusal again and again',
  'by-hand': 'held by hand',
  'ledger-lost': 'CO3 knows documents that the table has forgotten',
} as const satisfies Record<HoldReason, string>;

/** Why a lane is held, for people. */
export const toHoldText = ({ reason, code, method }: Pick<Hold, 'reason' | 'code' | 'method'>): string => {
  const row: Co3Code | undefined = code !== null && isKnownCode(code) ? CO3_CODES[code] : undefined;
  const name = code === null ? '' : `: ${code}${row === undefined ? '' : ` ${row.name}`}`;
  return `${REASONS[reason]}${name}${method === null ? '' : ` (${method})`}`;
};

import { rowOf } from '../co3/codes.ts';
import { menderText } from '../co3/mender.ts';
import type { Hold, HoldReason } from './lane-records.ts';

/** Why a lane is held, without CO3's number. */
export const HOLD_REASONS = {
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
  const row = rowOf(code);
  const name = code === null ? '' : `: ${code}${row === undefined ? '' : ` ${row.name}`}`;
  return `${HOLD_REASONS[reason]}${name}${method === null ? '' : ` (${method})`}`;
};

const MENDERS = {
  code: 'nobody, it passes by itself',
  'never-left': 'nobody; where it does not pass, whoever runs the bridge looks at the account’s secret',
  'no-answer': 'nobody, it passes when CO3 answers again',
  'unknown-documents': 'accountant: looks in CO3 whether the documents are there',
  breaker: 'nobody, it passes by itself',
  'by-hand': 'whoever has held it',
  'ledger-lost': 'whoever runs the bridge: npx bridge ledger rebuild',
} as const satisfies Record<HoldReason, string>;

/** Who opens it, for people: where CO3's code tells, whoever mends that. */
export const holdMenderText = ({ reason, code }: Pick<Hold, 'reason' | 'code'>): string => {
  const fixedBy = rowOf(code)?.fixedBy ?? null;
  return fixedBy === null ? MENDERS[reason] : menderText(fixedBy);
};

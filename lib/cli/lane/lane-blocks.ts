import { CO3_CODES, type Co3Code, isKnownCode } from '../../co3/codes.ts';
import type { Hold, HoldReason, LaneRecord } from '../../deliver/lane-records.ts';
import { ADDRESS_LANE, isHeld, longestUnknownRun } from '../../deliver/lane-state.ts';
import { type Block, bad, table } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';
import { toTimeText } from '../view/time-text.ts';

/** One account's lane as `--json` shows it: without its session, which is a key. */
export interface LaneLine {
  readonly account: string;
  readonly state: 'free' | 'working' | 'held';
  readonly hold: Hold | null;
  /** Of products and stock alone; orders go on. */
  readonly catalogueHold: Hold | null;
  /** Documents running whose outcome is unknown. */
  readonly unknownRun: number;
}

export const toLaneLine = (account: string, lane: LaneRecord | undefined, now: number): LaneLine => ({
  account,
  // A hold whose time is up stands until the probe that ends it.
  state:
    lane?.hold != null && (isHeld(lane, now) || !isLeased(lane, now))
      ? 'held'
      : isLeased(lane, now)
        ? 'working'
        : 'free',
  hold: lane?.hold ?? null,
  catalogueHold: lane?.catalogueHold ?? null,
  unknownRun: lane === undefined ? 0 : longestUnknownRun(lane),
});

const isLeased = (lane: LaneRecord | undefined, now: number): boolean => lane?.lease != null && lane.lease.until > now;

export const laneBlocks = (lines: readonly LaneLine[], now: number, lang: Language): readonly Block[] => [
  table(
    ['account', 'lane', 'since', 'why', 'next probe', 'unknown documents'],
    lines.map(({ account, state, hold, unknownRun }) => [
      account === ADDRESS_LANE ? '* (our address)' : account,
      state,
      hold === null ? '—' : toTimeText(hold.since),
      hold === null ? '—' : whyText(hold),
      hold === null ? '—' : probeText(hold, now),
      unknownRun === 0 ? '—' : String(unknownRun),
    ]),
  ),
  ...lines.flatMap(({ account, hold, catalogueHold }) => [
    ...adviceBlocks(account, hold, lang),
    ...(catalogueHold === null
      ? []
      : [
          bad(
            `${account}: products and stock are held since ${toTimeText(catalogueHold.since)}, orders go on. ${whyText(catalogueHold)}; next probe ${probeText(catalogueHold, now)}.`,
          ),
        ]),
    ...adviceBlocks(account, catalogueHold, lang),
  ]),
];

const adviceBlocks = (account: string, hold: Hold | null, lang: Language): readonly Block[] =>
  hold?.code == null || !isKnownCode(hold.code) ? [] : [bad(`${account}: ${CO3_CODES[hold.code].advice[lang]}`)];

const REASONS = {
  code: 'CO3 refuses the whole account',
  'never-left': 'CO3 cannot be reached',
  'no-answer': 'CO3 does not answer',
  'unknown-documents': 'documents got no answer',
  breaker: 'one refusal again and again',
  'by-hand': 'held by hand',
  'ledger-lost': 'CO3 knows documents that the table has forgotten',
} as const satisfies Record<HoldReason, string>;

const whyText = ({ reason, code, method }: Hold): string => {
  const row: Co3Code | undefined = code !== null && isKnownCode(code) ? CO3_CODES[code] : undefined;
  const name = code === null ? '' : `: ${code}${row === undefined ? '' : ` ${row.name}`}`;
  return `${REASONS[reason]}${name}${method === null ? '' : ` (${method})`}`;
};

const probeText = ({ until, reason }: Hold, now: number): string => {
  if (until === null)
    return reason === 'ledger-lost' ? 'waits for `bridge ledger rebuild`' : 'waits for `bridge lane resume`';
  return until <= now ? 'with the next bell' : toTimeText(until);
};

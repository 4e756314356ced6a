import { MOST_CALLS_A_MINUTE } from '../../co3/call-minutes.ts';
import { rowOf } from '../../co3/codes.ts';
import { toHoldText } from '../../deliver/hold-text.ts';
import type { LaneLine, ListedLane, PausedShop } from '../../deliver/lane-line.ts';
import type { Hold } from '../../deliver/lane-records.ts';
import { ADDRESS_LANE } from '../../deliver/lane-state.ts';
import type { ShopPause } from '../../deliver/shop/shop-record.ts';
import { type Block, bad, table, text } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';
import { toTimeText } from '../view/time-text.ts';

export const laneBlocks = (lines: readonly ListedLane[], now: number, lang: Language): readonly Block[] => [
  table(
    ['account', 'lane', 'since', 'why', 'next probe', 'unknown documents'],
    lines.map(({ account, state, hold, unknownRun }) => [
      account === ADDRESS_LANE ? '* (our address)' : account,
      state,
      hold === null ? '—' : toTimeText(hold.since),
      hold === null ? '—' : toHoldText(hold),
      hold === null ? '—' : probeText(hold, now),
      unknownRun === 0 ? '—' : String(unknownRun),
    ]),
  ),
  ...lines.filter(({ account }) => account !== ADDRESS_LANE).map(callsBlock),
  ...lines.flatMap(({ account, hold, catalogueHold, pausedShops }) => [
    ...adviceBlocks(account, hold, lang),
    ...(catalogueHold === null
      ? []
      : [
          bad(
            `${account}: products and stock are held since ${toTimeText(catalogueHold.since)}, orders go on. ${toHoldText(catalogueHold)}; next probe ${probeText(catalogueHold, now)}.`,
          ),
        ]),
    ...adviceBlocks(account, catalogueHold, lang),
    ...pausedShops.map((paused) => bad(pauseText(paused, now))),
  ]),
];

const callsBlock = ({ account, lastHour: { calls, mostInAMinute } }: LaneLine): Block =>
  text(
    calls === 0
      ? `${account}: last hour: no call`
      : `${account}: last hour: ${calls} call${calls === 1 ? '' : 's'}, at most ${mostInAMinute} a minute of ${MOST_CALLS_A_MINUTE}`,
  );

const pauseText = ({ shop, reason, detail, since, until }: PausedShop, now: number): string =>
  `${shop}: what has to be read from its own API waits since ${toTimeText(since)}. ${detail}. ` +
  `${PAUSE_ADVICE[reason]} Next try ${until <= now ? 'with the next bell' : toTimeText(until)}.`;

const PAUSE_ADVICE = {
  refused: 'Put right credentials into `api` of the shop’s secret.',
  later: 'Nothing is to be done but to wait.',
} as const satisfies Record<ShopPause['reason'], string>;

const adviceBlocks = (account: string, hold: Hold | null, lang: Language): readonly Block[] => {
  const row = rowOf(hold?.code ?? null);
  return row === undefined ? [] : [bad(`${account}: ${row.advice[lang]}`)];
};

const probeText = ({ until, reason }: Hold, now: number): string => {
  if (until === null)
    return reason === 'ledger-lost' ? 'waits for `bridge ledger rebuild`' : 'waits for `bridge lane resume`';
  return until <= now ? 'with the next bell' : toTimeText(until);
};

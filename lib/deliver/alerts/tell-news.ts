import type { LetterLine } from '../../dead-letters/letter-line.ts';
import type { Log } from '../../event/log.ts';
import { ADDRESS_LANE } from '../lane-state.ts';
import type { Alerts, Ledger } from '../ports.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import type { StackName } from './command-options.ts';
import { toAlert, type Waiting } from './to-alert.ts';
import { type NamedLane, type News, NOTHING_TOLD, type Told, toNews } from './to-news.ts';
import { TOLD } from './told-record.ts';

export interface TellDeps extends Writer {
  readonly alerts: Alerts;
  readonly stack: StackName;
  readonly log: Log;
}

/** Orders that are counted for a message. */
const MOST_COUNTED = 100;

/** Tells people of reasons for letters that are new, and of lanes that were held or have opened. */
export const tellNews = async (
  deps: TellDeps,
  lines: readonly LetterLine[],
  lanes: readonly NamedLane[],
  now: number,
): Promise<void> => {
  const known = await deps.ledger.read('told', TOLD);
  const { news, told } = toNews(known ?? NOTHING_TOLD, lines, lanes, now);
  const alert = toAlert(news, await countWaiting(deps.ledger, news, now), deps.stack);
  // Told before it is written down: twice is better than never.
  if (alert !== null) {
    await deps.alerts.tell(alert);
    deps.log.info('people told', { count: news.causes.length + news.held.length + news.opened.length });
  }
  if (isSame(told, known ?? NOTHING_TOLD)) return;
  await updateRecord(
    deps,
    'told',
    TOLD,
    (current) => (isSame(told, current ?? NOTHING_TOLD) ? current : { kind: 'told', ...told }),
    known,
  );
};

const countWaiting = async (ledger: Ledger, { held }: News, now: number): Promise<Waiting> => {
  const accounts = [...new Set(held.map(({ account }) => account))].filter((account) => account !== ADDRESS_LANE);
  const counts = await Promise.all(
    accounts.map(async (account) => {
      const due = await ledger.due(account, 'orders', now, MOST_COUNTED);
      return [account, { count: due.length, isMore: due.length === MOST_COUNTED }] as const;
    }),
  );
  return new Map(counts);
};

const isSame = (a: Told, b: Told): boolean =>
  JSON.stringify([a.causes, a.holds]) === JSON.stringify([b.causes, b.holds]);

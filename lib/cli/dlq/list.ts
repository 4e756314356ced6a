import { toGroups } from '../../dead-letters/groups.ts';
import type { LetterLine } from '../../dead-letters/letter-line.ts';
import { openLines } from '../../dead-letters/open-letters.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import type { LimitOptions } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { findShop } from '../settings-file.ts';
import type { DlqLangOptions } from './dlq-options.ts';
import { listBlocks } from './list-blocks.ts';

export interface ListOptions extends DlqLangOptions, LimitOptions {
  readonly shop?: string;
  /** A cause's key or its beginning. */
  readonly cause?: string;
  readonly mendedBy?: string;
}

export const list = async (io: Io, options: ListOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  if (options.shop !== undefined) {
    const shop = findShop(opened.value.settings, options.shop);
    if (!shop.ok) return shop;
  }
  const lines = (await openLines(opened.value.ports.ledger)).filter((line) => isAsked(line, options));
  return shown(lines, listBlocks(toGroups(lines), options.limit, io.now(), options.lang));
};

const isAsked = ({ shop, cause, fixedBy }: LetterLine, asked: ListOptions): boolean =>
  (asked.shop === undefined || shop === asked.shop) &&
  (asked.cause === undefined || cause.startsWith(asked.cause)) &&
  (asked.mendedBy === undefined || fixedBy === asked.mendedBy);

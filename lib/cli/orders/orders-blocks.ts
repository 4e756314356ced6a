import type { WaitingFor, WaitingLine } from '../../deliver/waiting-line.ts';
import { formatMinor } from '../../event/money.ts';
import { type Block, table, text } from '../view/block.ts';
import { toSpanText } from '../view/time-text.ts';

export interface OrdersContext {
  readonly of: WaitingFor;
  readonly limit: number;
  readonly now: number;
  readonly whereText: string;
}

/** The orders that a person can release, the newest in the shop first. */
export const ordersBlocks = (
  lines: readonly WaitingLine[],
  { of, limit, now, whereText }: OrdersContext,
): readonly Block[] => {
  if (lines.length === 0) return [text(NONE[of])];
  return [
    table(
      ['number', 'shop', 'account', 'comes to', 'ordered'],
      lines
        .slice(0, limit)
        .map(({ number, shop, account, minor, currency, createdAt }) => [
          number,
          shop,
          account,
          `${formatMinor(minor, currency)} ${currency}`,
          `${toSpanText(now - Date.parse(createdAt))} ago`,
        ]),
    ),
    text(
      lines.length > limit ? `The newest ${limit} of ${lines.length}; --limit shows more.` : countText(lines.length),
    ),
    text(`What would be sent, and the release:\n  npx bridge order SHOP NUMBER${whereText}`),
  ];
};

const NONE = {
  release: 'No order waits for a release. `--shadow` shows those that were seen in shadow.',
  shadow: 'No order was seen in shadow and can be released.',
} as const satisfies Record<WaitingFor, string>;

const countText = (count: number): string => (count === 1 ? 'One order waits.' : `${count} orders wait.`);

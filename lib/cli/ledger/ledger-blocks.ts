import type { RebuildReport, StaysShut } from '../../deliver/rebuild.ts';
import { type Block, bad, facts, good, table, title } from '../view/block.ts';

/** What became of one account. */
export type Rebuilt =
  | { readonly account: string; readonly report: RebuildReport }
  | { readonly account: string; readonly problem: string };

/** `where` is how the options of a hint have to be for the same stack. */
export const rebuiltBlocks = (rebuilt: Rebuilt, where: string): readonly Block[] => {
  const { account } = rebuilt;
  if ('problem' in rebuilt)
    return [
      title(account),
      bad(`Nothing was opened. ${rebuilt.problem} What was written by then stays; start once more.`),
    ];
  const { report } = rebuilt;
  const { window, outgoing, markers, orders, staysShut } = report;
  return [
    title(window === null ? account : `${account}, ${window.from} to ${window.to}`),
    facts(
      ['in CO3', `${counted(outgoing, 'outgoing invoice')}, ${markers} with a marker of ours`],
      [
        'written back',
        `${counted(orders.completed, 'order')} completed, ${orders.recovered} that the table did not know`,
      ],
      ['known already', counted(orders.known, 'order')],
    ),
    ...problemsOf(report),
    staysShut === null
      ? good(`The lane of ${account} is open for this table.`)
      : bad(`The lane of ${account} stays shut. ${WHAT_TO_DO[staysShut](account, where)}`),
  ];
};

const problemsOf = ({ doubles, copies, pieces, unreadable, unread, withoutId }: RebuildReport): readonly Block[] => {
  const rows = [
    ...doubles.map(({ marker, invoices }) => [invoices.map(nameOf).join(', '), `bear one marker: ${marker}`]),
    ...copies.map((one) => [nameOf(one), 'made in CO3 of a document of ours, and left alone']),
    ...pieces.map((one) => [nameOf(one), `bears no whole marker: ${one.comment}`]),
    ...unreadable.map((one) => [nameOf(one), `has sums, rows or days that cannot be read: ${one.marker}`]),
    ...unread.map((one) => [nameOf(one), 'is listed and not shown']),
    ...(withoutId === 0 ? [] : [[counted(withoutId, 'invoice'), 'listed without an id']]),
  ];
  return rows.length === 0 ? [] : [table(['invoice', 'what'], rows)];
};

const nameOf = ({ id, number }: { readonly id: string; readonly number: string }): string =>
  number === '' ? `id ${id}` : `${number} (id ${id})`;

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const OPEN_ALL_THE_SAME = (account: string, where: string): string =>
  `\`npx bridge ledger rebuild --account ${account}${where} --nothing-to-find\` opens it`;

const WHAT_TO_DO = {
  'comment-not-kept': (account, where) =>
    'Its settings say that CO3 keeps no comments there (`commentKept: false`), so that nothing can be recognised. ' +
    'Set `invoiceFrom` of its shops to the moment of the loss or later and deploy, so that no order of before is invoiced again; ' +
    `then ${OPEN_ALL_THE_SAME(account, where)}.`,
  'no-marker': (account, where) =>
    'There are outgoing invoices, none bears a marker, and it was never seen that CO3 keeps them in this account. ' +
    'Look at an invoice that the bridge has made: the first line of its comment is the marker. If the bridge has made none, ' +
    `${OPEN_ALL_THE_SAME(account, where)}. If CO3 has dropped the comments, set \`invoiceFrom\` of the shops to the moment of the loss or later and deploy first.`,
  'not-recognised': (account, where) =>
    'The invoices above may be of orders that the table does not know, and these would be invoiced again. ' +
    'Mend their comments in CO3 (the first line is the marker) and start once more. When you are sure that none of their orders is to come again, ' +
    `${OPEN_ALL_THE_SAME(account, where)}.`,
  'window-too-short': (account, where) =>
    'Documents of the days that were left out may be missing in the table. ' +
    `\`npx bridge ledger rebuild --account ${account}${where}\` reads all days. When you are sure that there are none, ` +
    `${OPEN_ALL_THE_SAME(account, where)}.`,
} as const satisfies Record<StaysShut, (account: string, where: string) => string>;

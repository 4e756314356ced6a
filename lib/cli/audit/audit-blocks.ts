import type { AuditReport, Figure, Finding } from '../../deliver/audit/audit-report.ts';
import { FINDINGS } from '../../deliver/audit/findings.ts';
import { formatMinor } from '../../event/money.ts';
import { type Block, bad, facts, good, table, text, title } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';
import { reasonText } from '../view/reason-text.ts';

/** Findings above a note: what somebody has to look after. */
export const gravesOf = ({ findings }: Pick<AuditReport, 'findings'>): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'note');

/** An audit for whoever keeps the books: what was found, kind by kind with what to do, and the sum of it. */
export const auditBlocks = (report: AuditReport, lang: Language): readonly Block[] => [
  title(`${report.shop} against CO3’s account ${report.account}, ${report.from} to ${report.to}`),
  ...[...Map.groupBy(report.findings, ({ name }) => name)].flatMap(([name, findings]) => [
    title(`${name}: ${FINDINGS[name].title} (${findings.length})`),
    text(`  ${FINDINGS[name].advice[lang]}`),
    findingsTable(findings),
  ]),
  facts(
    ['looked at', `${counted(report.audited.documents, 'document')} of ${counted(report.audited.orders, 'order')}`],
    ['in CO3', shownText(report)],
    ...(report.otherAccounts === 0
      ? []
      : [['not looked at', `${counted(report.otherAccounts, 'order')} of another CO3 account`] as const]),
    ['compared with', 'the ledger and CO3; the shop itself was not asked'],
  ),
  summary(report),
];

const summary = (report: AuditReport): Block => {
  const { documents, orders } = report.agreeing;
  const grave = gravesOf(report).length;
  const notes = report.findings.length - grave;
  const agree = `${counted(documents, 'document')} of ${counted(orders, 'order')} ${documents === 1 ? 'agrees' : 'agree'}`;
  const words = `${agree}; ${counted(grave, 'finding')}${notes === 0 ? '' : `, ${counted(notes, 'note')}`}.`;
  return grave === 0 ? good(words) : bad(words);
};

const shownText = ({ shown, findings }: AuditReport): string => {
  const strangers = findings.filter(({ name }) => name === 'Stranger').length;
  const parts = [
    ...(shown.otherShops === 0 ? [] : [`${shown.otherShops} of the bridge’s other shops`]),
    ...(strangers === 0 ? [] : [`${strangers} issued by somebody else`]),
  ];
  return `${counted(shown.outgoing, 'outgoing invoice')}${parts.length === 0 ? '' : `, ${parts.join(', ')}`}`;
};

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

type Column = readonly [head: string, cell: (finding: Finding) => string];

const COLUMNS: readonly Column[] = [
  ['order', ({ order }) => order?.number ?? order?.key ?? NONE],
  ['weight', ({ severity }) => severity],
  ['in CO3', ({ invoices }) => invoices.map(({ id, number }) => `${number} (id ${id})`).join('\n')],
  ['sent or owed', ({ ours }) => figureText(ours)],
  ['CO3 shows', ({ co3 }) => figureText(co3)],
  ['letter', ({ letter }) => letter?.slice(0, ID_SHOWN) ?? NONE],
  ['what', ({ name, text: words }) => (name === 'Open' ? reasonText(words) : words)],
  ['marker', ({ marker }) => marker ?? NONE],
];

const NONE = '';
const ID_SHOWN = 10;

// A column in which nothing stands would only take room.
const findingsTable = (findings: readonly Finding[]): Block => {
  const columns = COLUMNS.filter(([, cell]) => findings.some((finding) => cell(finding) !== NONE));
  const indented = (cells: readonly string[]): readonly string[] =>
    cells.map((cell, column) => (column === 0 ? `  ${cell}` : cell));
  return table(
    indented(columns.map(([head]) => head)),
    findings.map((finding) => indented(columns.map(([, cell]) => cellText(cell(finding))))),
  );
};

const cellText = (cell: string): string => (cell === NONE ? '—' : cell);

const figureText = (figure: Figure | null): string => {
  if (figure === null) return NONE;
  return figure.minor === null
    ? `? ${figure.currency}`
    : `${formatMinor(figure.minor, figure.currency)} ${figure.currency}`;
};

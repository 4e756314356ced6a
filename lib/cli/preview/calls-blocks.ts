import { toPrettyXml } from '../../co3/pretty-xml.ts';
import type { PlannedCalls } from '../../deliver/planned-calls.ts';
import { formatMinor } from '../../event/money.ts';
import { type Block, bad, code, table, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';

/** Rows with their sum, the calls, and what CO3 is likely to say of them. */
export const callsBlocks = (preview: PlannedCalls, lang: Language): readonly Block[] => [
  title(`Rows, in ${preview.currency}`),
  rowsTable(preview),
  ...preview.calls.flatMap(({ method, xml }) => [title(method), code(toPrettyXml(xml))]),
  ...preview.predictions.flatMap(({ error, certain }) => [
    bad(certain ? 'CO3 would refuse it, so it would become a letter at once:' : 'CO3 is likely to refuse it:'),
    ...errorBlocks(error, lang),
  ]),
];

const rowsTable = ({ rows, owedMinor, currency }: PlannedCalls): Block => {
  const money = (minor: number): string => formatMinor(minor, currency);
  return table(
    ['  row', 'name', 'quantity', 'unit', 'net price', 'VAT', 'gross'],
    [
      ...rows.map((row, index) => [
        `  ${index + 1}`,
        row.name,
        row.quantity,
        row.unit,
        row.unitNet,
        row.vat,
        money(row.grossMinor),
      ]),
      ['  sum', '', '', '', '', '', money(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0))],
      ['  owed', '', '', '', '', '', money(owedMinor)],
    ],
  );
};

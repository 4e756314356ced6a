import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { toXml } from '../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { toDocumentCommand } from '../../lib/co3/document-command.ts';
import { readInvoice } from '../../lib/co3/invoice-reads.ts';
import { parseXml } from '../../lib/co3/xml.ts';
import type { Day } from '../../lib/event/time.ts';
import { documentRow, invoiceDraft } from '../support/drafts.ts';
import { compare, cpuMs } from './compare.ts';
import type { Measurement } from './measurement.ts';

const ROWS = 300;

/** An invoice of 300 rows built and read, against fast-xml-parser with its validator on the same documents. */
export const xml: Measurement = {
  name: 'xml',
  figures: async function* (effort) {
    const deps = { ...effort, cpuMs };
    const draft = invoiceDraft({ rows: Array.from({ length: ROWS }, (_, index) => toRow(index)) });
    const build = (): string => toXml(toDocumentCommand(draft, SENDING), KEYS, PLAIN_CONTRACT);
    const request = build();
    const tree: unknown = new XMLParser(AS_WRITTEN).parse(request);
    const builder = new XMLBuilder({ cdataPropName: '#cdata', ignoreAttributes: false });
    if (builder.build(tree) !== request) throw new Error('the floor builds another document');
    yield await compare(
      { of: `invoice of ${ROWS} rows, built`, bar: BAR, subject: build, floor: () => builder.build(tree) },
      deps,
    );

    const answer = toAnswer(request);
    if (readBack(answer) !== ROWS) throw new Error('the invoice was not read');
    const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: false });
    yield await compare(
      {
        of: `invoice of ${ROWS} rows, read`,
        bar: BAR,
        subject: () => readBack(answer),
        floor: () => XMLValidator.validate(answer) === true && parser.parse(answer),
      },
      deps,
    );
  },
};

const BAR = { most: 1.5 };
const SENDING = {
  contactId: '7',
  marker: 'prod/shopify:acme.myshopify.com/1001/invoice/1',
  corrects: null,
  dates: { issue: '2026-12-02' as Day, payment: '2026-12-10' as Day, fulfilment: '2026-12-02' as Day },
};
const KEYS = { apiKey: 'key-1', sessionKey: 'a'.repeat(32) };
const AS_WRITTEN = { cdataPropName: '#cdata', ignoreAttributes: false, parseTagValue: false, trimValues: false };

const toRow = (index: number) =>
  documentRow({ rowId: `row-${index}`, name: `Bögre, ${index + 1}. minta`, note: `SKU: B-${index}` });

/** What CO3 answers when it is asked for the invoice: the same fields. */
const toAnswer = (request: string): string =>
  request
    .replaceAll('command>', 'response>')
    .replaceAll('setInvoice>', 'invoice>')
    .replace('<invoice>', '<invoice><invoice_id>42</invoice_id>');

const readBack = (answer: string): number | undefined => {
  const parsed = parseXml(answer);
  return parsed.ok ? readInvoice(parsed.value, PLAIN_CONTRACT)?.rows.length : undefined;
};

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Dialect } from '../../infra/local/co3/dialect.ts';
import { SAMPLE_ACCOUNT } from '../../infra/local/co3/sample.ts';
import { readAnswer } from '../../lib/co3/answer.ts';
import { type Co3Command, toXml } from '../../lib/co3/command.ts';
import { toContactCommand } from '../../lib/co3/contact-command.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { toDocumentCommand } from '../../lib/co3/document-command.ts';
import {
  type InvoiceHeader,
  listInvoices,
  markerLineOf,
  oneInvoice,
  readInvoice,
  readInvoices,
  type ShownInvoice,
} from '../../lib/co3/invoice-reads.ts';
import { toPaymentCommand } from '../../lib/co3/payment-command.ts';
import type { XmlElement } from '../../lib/co3/xml.ts';
import type { Day } from '../../lib/event/time.ts';
import type { InvoiceDraft } from '../../lib/translate/drafts.ts';
import type { Co3Desk } from '../support/co3-desk.ts';
import { openCo3Desk } from '../support/co3-on-hand.ts';
import { contactDraft, documentRow, invoiceDraft } from '../support/drafts.ts';

const DAY = '2026-11-22' as Day;
const DATES = { issue: DAY, payment: '2026-11-30' as Day, fulfilment: '2026-11-21' as Day };
const MARKER = 'test/shopify:acme/1001/invoice/1';
const STORNO_MARKER = 'test/shopify:acme/1001/storno:1/1';

// Words of a buyer, a product or a note: none that is empty when it is trimmed.
const aText = fc.stringMatching(/^[\p{L}\p{N}<>&"'#;:!,.\][-]{1,12}( [\p{L}\p{N}<>&"'\][]{1,8}){0,2}$/u);

/** Ways of answering in which nothing of a comment is lost. */
const aWhole: fc.Arbitrary<Partial<Dialect>> = fc.record({
  text: fc.constantFrom('cdata', 'escaped'),
  whitespace: fc.boolean(),
  references: fc.boolean(),
  rounding: fc.constantFrom('row', 'total'),
  forintDecimals: fc.constantFrom(0, 2),
  acknowledges: fc.constantFrom('result-and-id', 'result', 'id'),
  depth: fc.constantFrom(1, 2, 3),
});

it('reads an invoice, its storno and what is paid of them out of every way of answering', async () => {
  await fc.assert(
    fc.asyncProperty(aWhole, aText, aText, aText, async (dialect, name, note, comment) => {
      const desk = await openCo3Desk({ dialect: { comment: 'whole', jitterMs: 0, ...dialect } });
      const draft = invoiceDraft({ comment, rows: [documentRow({ name, note })], bankAccount: null });
      const back = { ...draft, rows: draft.rows.map((row) => ({ ...row, quantity: '-2' })) };
      const booking = { currency: 'HUF', day: DAY, bankAccount: null };
      await dataOf(desk, toContactCommand(contactDraft(), null));
      const sending = { contactId: '1', dates: DATES };
      await dataOf(desk, toDocumentCommand(draft, { ...sending, marker: MARKER, corrects: null }));
      await dataOf(desk, toDocumentCommand(back, { ...sending, marker: STORNO_MARKER, corrects: '1' }));
      await dataOf(desk, toPaymentCommand({ ...booking, invoiceId: '1', amountMinor: 254_000 }));
      await dataOf(desk, toPaymentCommand({ ...booking, invoiceId: '2', amountMinor: -54_000 }));

      const list = readInvoices(await dataOf(desk, listInvoices(DAY, DAY)), PLAIN_CONTRACT);
      const first = readInvoice(await dataOf(desk, oneInvoice('1')), PLAIN_CONTRACT);
      const second = readInvoice(await dataOf(desk, oneInvoice('2')), PLAIN_CONTRACT);

      const headers = [
        header({ status: 'cancelled', balanceMinor: 254_000 }),
        header({ id: '2', number: 'V-2026/00002', grossMinor: -254_000, balanceMinor: -54_000, status: 'storno' }),
      ] as const;
      expect(list).toStrictEqual({ headers, unreadable: 0 });
      expect(first).toStrictEqual(shown(headers[0], draft, `${MARKER}\n${comment}`, null));
      expect(second).toStrictEqual(shown(headers[1], back, `${STORNO_MARKER}\n${comment}`, '1'));
      expect([first, second].map((invoice) => markerLineOf(invoice?.comment ?? ''))).toStrictEqual([
        MARKER,
        STORNO_MARKER,
      ]);
    }),
    { numRuns: 60 },
  );
});

const dataOf = async (desk: Co3Desk, call: Co3Command): Promise<XmlElement> => {
  desk.clock.advance(1001);
  const keys = { apiKey: SAMPLE_ACCOUNT.apiKey, sessionKey: desk.session() };
  const { resource } = PLAIN_CONTRACT.methods[call.method];
  const sent = await desk.post(resource, toXml(call, keys, PLAIN_CONTRACT));
  if (sent.kind !== 'answered') throw new Error(sent.kind);
  const read = readAnswer(sent.status, sent.body, call, PLAIN_CONTRACT);
  if (read.kind === 'acknowledged') return { name: '', children: [], text: '' };
  if (read.kind !== 'data') throw new Error(JSON.stringify(read));
  return read.root;
};

const header = (changes: Partial<InvoiceHeader>): InvoiceHeader => ({
  id: '1',
  number: 'V-2026/00001',
  direction: 'outgoing',
  contactId: '1',
  currency: 'HUF',
  grossMinor: 254_000,
  balanceMinor: 0,
  issueDay: DAY,
  status: 'issued',
  navStatus: '',
  navTransactionId: '',
  ...changes,
});

const shown = (head: InvoiceHeader, draft: InvoiceDraft, comment: string, stornoId: string | null): ShownInvoice => ({
  ...head,
  comment,
  stornoId,
  payment: draft.payment,
  language: draft.language,
  fxRate: draft.fxRate,
  customerVatType: draft.customerVatType,
  bankAccount: draft.bankAccount,
  paymentDay: DATES.payment,
  fulfilmentDay: DATES.fulfilment,
  rows: draft.rows.map(({ name, quantity, unit, unitNet, vat, note }) => ({
    name,
    quantity,
    unit,
    unitNet,
    vat,
    note,
  })),
});

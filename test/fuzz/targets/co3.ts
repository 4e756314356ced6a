import { readAnswer } from '../../../lib/co3/answer.ts';
import { command } from '../../../lib/co3/command.ts';
import { compareAnswer } from '../../../lib/co3/compare-answer.ts';
import { contactsNamedLike, isSameContact, readCategories, readShownContact } from '../../../lib/co3/contact-reads.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { decodeError } from '../../../lib/co3/decode.ts';
import { markerLineOf, readInvoice, readInvoices } from '../../../lib/co3/invoice-reads.ts';
import { readProducts } from '../../../lib/co3/product-reads.ts';
import { readSessionKey } from '../../../lib/co3/session.ts';
import type { XmlElement } from '../../../lib/co3/xml.ts';
import { contactDraft } from '../../support/drafts.ts';
import type { FuzzTarget } from '../target.ts';

const contract = PLAIN_CONTRACT;
const WRITE = command('setContact', [{ tag: 'contact_email', form: 'text', value: 'anna@example.hu' }]);
const READ = command('getInvoices', []);

const respond = (inner: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<response>\n${inner}\n</response>`);

const INVOICE = `<invoice><invoice_id>7</invoice_id><invoice_number>2026/00007</invoice_number><crdr>outgoing</crdr><contact_id>3</contact_id><currency>HUF</currency><gross>6350.00</gross><balance>0</balance><issue_date>2026-12-02</issue_date><comment><![CDATA[prod/shopify:acme/1001/invoice/1\nKöszönjük]]></comment><storno_id>0</storno_id><method>transfer</method><items><item><name>Bögre</name><quantity>2</quantity><net_price>1968.5</net_price><vat>27</vat></item></items></invoice>`;

/** What CO3 answers to a write and to each read, and all that is read of it. */
const answers: FuzzTarget = {
  name: 'co3-answers',
  format: 'xml',
  seeds: () => [
    respond('<result>OK</result><contact_id>12</contact_id>'),
    respond(
      '<error><code>303</code><description><![CDATA[Invalid payment method: cash, transfer]]></description></error>',
    ),
    respond('<result>ERROR</result><description>Hiba</description>'),
    respond(INVOICE),
    respond(`<invoices>${INVOICE}${INVOICE}</invoices>`),
    respond(
      '<contacts><contact><contact_id>3</contact_id><contact_name>Kovács &amp; Társa</contact_name></contact></contacts>',
    ),
    respond(
      '<contact><contact_lastname>Kovács</contact_lastname><contact_email>a@b.hu</contact_email><contact_categories>Webshop, VIP</contact_categories></contact>',
    ),
    respond(
      '<product><product_id>1</product_id><item_number>MUG-1</item_number><product_name>Bögre</product_name><stock>5</stock><warehouse><warehouse_id>1</warehouse_id><quantity>5.00</quantity></warehouse></product>',
    ),
    respond('<session_key>0123456789abcdef</session_key>'),
    Buffer.from('<html><body><h1>502 Bad gateway</h1></body></html>'),
  ],
  run: (body) => {
    // One status for each input: reading it under all of them would take three times as long.
    const written = readAnswer(STATUSES[body.length % STATUSES.length] ?? 200, body, WRITE, contract);
    const read = readAnswer(200, body, READ, contract);
    if (read.kind === 'data') readAll(read.root);
    return [written, read].flatMap(whyOf);
  },
};

const STATUSES = [200, 429, 500];

const whyOf = (answer: ReturnType<typeof readAnswer>): readonly string[] =>
  answer.kind === 'unreadable' ? [answer.why] : [];

const readAll = (root: XmlElement): void => {
  readInvoices(root, contract);
  markerLineOf(readInvoice(root, contract)?.comment ?? '');
  contactsNamedLike(root, contactDraft(), contract);
  isSameContact(root, contactDraft(), contract);
  readShownContact(root, contract);
  readCategories(root, contract);
  readProducts(root, 'getProduct', contract);
  readProducts(root, 'getStock', contract);
  readSessionKey(root, contract);
  for (const method of COMPARED) compareAnswer(root, method, contract);
};

const COMPARED = ['getInvoices', 'getInvoice', 'getContacts', 'getContact', 'getProduct', 'getStock'] as const;

/** Descriptions of CO3's errors. They are kept for the letter as CO3 wrote them; what is read of them may not fail. */
const descriptions: FuzzTarget = {
  name: 'co3-errors',
  format: 'text',
  seeds: () =>
    [
      'Invalid payment method: cash, transfer, c.o.d.',
      'Missing parameter: contact_email',
      'Invalid date format: issue_date',
      'There is not enough stock. Product id: 12',
      '&amp;quot;HUF&amp;quot; <![CDATA[EUR]]>',
    ].map((text) => Buffer.from(text)),
  run: (input) => {
    const text = Buffer.from(input).toString('utf8');
    for (const code of CODES) decodeError(code, text, SENT);
    return [];
  },
};

const CODES = [null, 4, 12, 20, 21, 203, 204, 303, 304, 307, 309, 313, 403, 405, 9_999];

const SENT = {
  method: 'setInvoice',
  tags: [
    { tag: 'method', path: 'settings.payments', value: 'cash' },
    { tag: 'vat', path: 'rows.0.vat', value: '27' },
    { tag: 'vat', path: 'rows.1.vat', value: '5' },
  ],
};

export const CO3_TARGETS: readonly FuzzTarget[] = [answers, descriptions];

import { describe, expect, it } from 'vitest';
import { type Contract, PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';
import {
  type InvoiceHeader,
  listInvoices,
  markerLineOf,
  oneInvoice,
  readInvoice,
  readInvoices,
} from '../../../lib/co3/invoice-reads.ts';
import { parseXml, type XmlElement } from '../../../lib/co3/xml.ts';
import type { Day } from '../../../lib/event/time.ts';

const HEADER: InvoiceHeader = {
  id: '31',
  number: 'V-2026/00031',
  direction: 'outgoing',
  contactId: '7',
  currency: 'HUF',
  grossMinor: 1_347_000,
  balanceMinor: 0,
  issueDay: '2026-11-22',
  status: 'issued',
  navStatus: 'DONE',
  navTransactionId: '4RK2',
};

const HEAD_XML = `
  <invoice_id>31</invoice_id><invoice_number><![CDATA[V-2026/00031]]></invoice_number><crdr>outgoing</crdr>
  <contact_id> 7 </contact_id><currency>HUF</currency><gross>13470</gross><balance>0.00</balance>
  <issue_date>2026-11-22</issue_date><status>issued</status><nav_status>DONE</nav_status>
  <nav_transaction_id>4RK2</nav_transaction_id>`;

it('asks for the invoices of some days, and for one invoice', () => {
  expect(listInvoices('2026-11-21' as Day, '2026-11-23' as Day)).toStrictEqual({
    method: 'getInvoices',
    parameters: [
      { tag: 'date_from', form: 'bare', value: '2026-11-21' },
      { tag: 'date_to', form: 'bare', value: '2026-11-23' },
    ],
  });
  expect(oneInvoice('31')).toStrictEqual({
    method: 'getInvoice',
    parameters: [{ tag: 'invoice_id', form: 'bare', value: '31' }],
  });
});

describe('readInvoices', () => {
  it('reads the headers, and counts the invoices that bear no id', () => {
    const root = rootOf(`<invoices><invoice>${HEAD_XML}</invoice><invoice><invoice_id>0</invoice_id></invoice>
      <invoice><gross>12</gross></invoice></invoices>`);

    const read = readInvoices(root, PLAIN_CONTRACT);

    expect(read).toStrictEqual({ headers: [HEADER], unreadable: 2 });
  });

  it('leaves texts empty and amounts null where CO3 says nothing', () => {
    const root = rootOf('<invoice><invoice_id>5</invoice_id></invoice>');

    const { headers } = readInvoices(root, PLAIN_CONTRACT);

    expect(headers).toStrictEqual([
      {
        id: '5',
        number: '',
        direction: '',
        contactId: '',
        currency: '',
        grossMinor: null,
        balanceMinor: null,
        issueDay: '',
        status: '',
        navStatus: '',
        navTransactionId: '',
      },
    ]);
  });

  it.each([
    ['13470', 1_347_000],
    ['13470.00', 1_347_000],
    ['13470.0000', 1_347_000],
    ['-12.5', -1250],
    ['-0.00', 0],
    ['13 470', null],
    ['12.345', null],
    ['', null],
  ])('reads the amount «%s» as %s', (gross, expected) => {
    const root = rootOf(`<invoice><invoice_id>5</invoice_id><currency>HUF</currency><gross>${gross}</gross></invoice>`);

    const { headers } = readInvoices(root, PLAIN_CONTRACT);

    expect(headers.map(({ grossMinor }) => grossMinor)).toStrictEqual([expected]);
  });

  it('takes no invoice that is named inside another for one of its own', () => {
    const root = rootOf('<invoices><invoice><invoice_id>5</invoice_id><invoice>4</invoice></invoice></invoices>');

    const { headers, unreadable } = readInvoices(root, PLAIN_CONTRACT);

    expect([headers.map(({ id }) => id), unreadable]).toStrictEqual([['5'], 0]);
  });

  it('reads an account’s own names and words', () => {
    const contract = contractOf({
      getInvoices: { tags: { invoice: 'szamla', invoice_id: 'azonosito', gross: 'brutto' } },
      values: { crdr: { outgoing: 'kimenő' }, currency: { HUF: 'Ft' }, status: { cancelled: 'sztornózott' } },
    });
    const root = rootOf(
      '<lista><szamla><azonosito>5</azonosito><crdr>Kimenő</crdr><currency>Ft</currency><brutto>10</brutto><status>Sztornózott</status></szamla></lista>',
    );

    const { headers } = readInvoices(root, contract);

    expect(
      headers.map(({ id, direction, currency, grossMinor, status }) => [id, direction, currency, grossMinor, status]),
    ).toStrictEqual([['5', 'outgoing', 'HUF', 1000, 'cancelled']]);
  });
});

describe('readInvoice', () => {
  it('reads the whole invoice with its rows', () => {
    const root = rootOf(`<invoice>${HEAD_XML}
      <method>bankcard</method><language>hu_HU</language><fx_rate/><storno_id>30</storno_id>
      <customer_vat_type>OTHER</customer_vat_type><bank_account><![CDATA[ OTP ]]></bank_account>
      <payment_date>2026-11-30</payment_date><fulfillment_date>2026-11-21</fulfillment_date>
      <comment>
        <![CDATA[prod/shopify:acme/1001/storno:1/1
Rendelés: #1001 & <más>]]>
      </comment>
      <items><count>2</count>
        <item><name>B&#246;gre &amp; t&#225;l</name><quantity>-2</quantity><unit>db</unit><net_price>1560.00</net_price><vat>27</vat><note/></item>
        <item><name>Szállítás</name><quantity>-1</quantity><vat>AAM</vat></item>
      </items></invoice>`);

    const read = readInvoice(root, PLAIN_CONTRACT);

    expect(read).toStrictEqual({
      ...HEADER,
      comment: 'prod/shopify:acme/1001/storno:1/1\nRendelés: #1001 & <más>',
      stornoId: '30',
      payment: 'bankcard',
      language: 'hu_HU',
      fxRate: null,
      customerVatType: 'OTHER',
      bankAccount: 'OTP',
      paymentDay: '2026-11-30',
      fulfilmentDay: '2026-11-21',
      rows: [
        { name: 'Bögre & tál', quantity: '-2', unit: 'db', unitNet: '1560.00', vat: '27', note: '' },
        { name: 'Szállítás', quantity: '-1', unit: '', unitNet: '', vat: 'AAM', note: '' },
      ],
    });
  });

  it('gives the account’s words for the way of paying, the buyer’s VAT and a row’s in ours', () => {
    const contract = contractOf({
      getInvoice: { tags: { method: 'fizetes', items: 'sorok', item: 'sor', vat: 'afa' } },
      values: {
        method: { bankcard: 'kártya' },
        customer_vat_type: { PRIVATE_PERSON: 'PIVATE_PERSON' },
        vat: { AAM: '0' },
      },
    });
    const root = rootOf(`<invoice><invoice_id>5</invoice_id><fizetes>kártya</fizetes>
      <customer_vat_type>PIVATE_PERSON</customer_vat_type><sorok><sor><afa>0</afa></sor></sorok></invoice>`);

    const read = readInvoice(root, contract);

    expect([read?.payment, read?.customerVatType, read?.rows.map(({ vat }) => vat)]).toStrictEqual([
      'bankcard',
      'PRIVATE_PERSON',
      ['AAM'],
    ]);
  });

  it.each(['', '0', '00'])('takes the storno id «%s» for none', (stornoId) => {
    const root = rootOf(`<invoice><invoice_id>5</invoice_id><storno_id>${stornoId}</storno_id></invoice>`);

    expect(readInvoice(root, PLAIN_CONTRACT)?.stornoId).toBeNull();
  });

  it('reads an invoice whose fields stand in the answer itself', () => {
    const root = rootOf('<invoice_id>5</invoice_id><comment>x</comment><items><item><name>Bögre</name></item></items>');

    const read = readInvoice(root, PLAIN_CONTRACT);

    expect([read?.id, read?.comment, read?.rows.length]).toStrictEqual(['5', 'x', 1]);
  });

  it.each([
    '',
    '<invoice><invoice_number>V-1</invoice_number></invoice>',
    '<invoice><invoice_id>x</invoice_id></invoice>',
  ])('finds no invoice in «%s»', (inner) => {
    expect(readInvoice(rootOf(inner), PLAIN_CONTRACT)).toBeUndefined();
  });
});

it.each([
  ['prod/a/1/invoice/1\nRendelés: #1', 'prod/a/1/invoice/1'],
  ['\r\n  \r\n prod/a/1/invoice/1 \r\nRendelés', 'prod/a/1/invoice/1'],
  ['prod/a/1/invoice/1', 'prod/a/1/invoice/1'],
  [' \n ', ''],
])('finds the marker’s line in %j', (comment, expected) => {
  expect(markerLineOf(comment)).toBe(expected);
});

const rootOf = (inner: string): XmlElement => {
  const parsed = parseXml(`<response>${inner}</response>`);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};

const contractOf = (overrides: unknown): Contract => {
  const contract = toContract(overrides);
  if (!contract.ok) throw new Error(contract.problem);
  return contract.value;
};

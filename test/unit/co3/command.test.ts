import { describe, expect, it } from 'vitest';
import { command, isWrite, resourceOf, toSentCall, toXml } from '../../../lib/co3/command.ts';
import { type Contract, PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';

const KEYS = { apiKey: 'key<1>', sessionKey: 'session' };
const INVOICE = command('setInvoice', [
  { tag: 'crdr', form: 'text', value: 'outgoing' },
  { tag: 'contact_id', form: 'bare', value: '7' },
  { tag: 'customer_vat_type', form: 'text', value: 'PRIVATE_PERSON' },
  {
    tag: 'items',
    item: 'item',
    items: [
      [{ tag: 'name', form: 'text', value: 'Bögre' }],
      [
        { tag: 'name', form: 'text', value: 'Tál' },
        { tag: 'net_price', form: 'bare', value: '100.50' },
      ],
    ],
  },
]);

describe('toXml', () => {
  it('puts the keys first, then the parameters in their order', () => {
    expect(toXml(INVOICE, KEYS, PLAIN_CONTRACT)).toBe(
      '<?xml version="1.0" encoding="utf-8"?><command><setInvoice>' +
        '<api_key><![CDATA[key<1>]]></api_key><session_key><![CDATA[session]]></session_key>' +
        '<crdr><![CDATA[outgoing]]></crdr><contact_id>7</contact_id>' +
        '<customer_vat_type><![CDATA[PRIVATE_PERSON]]></customer_vat_type>' +
        '<items><item><name><![CDATA[Bögre]]></name></item>' +
        '<item><name><![CDATA[Tál]]></name><net_price>100.50</net_price></item></items>' +
        '</setInvoice></command>',
    );
  });

  it('shows people no key', () => {
    expect(toXml(command('getContacts', []), 'elided', PLAIN_CONTRACT)).toBe(
      '<?xml version="1.0" encoding="utf-8"?><command><getContacts>' +
        '<api_key><![CDATA[…]]></api_key><session_key><![CDATA[…]]></session_key></getContacts></command>',
    );
  });

  it('leaves the session out where there is none', () => {
    expect(toXml(command('authenticate', []), { apiKey: 'k', sessionKey: null }, PLAIN_CONTRACT)).not.toContain(
      'session_key',
    );
  });

  it('calls everything as the account’s CO3 does', () => {
    const xml = toXml(INVOICE, KEYS, RENAMED);

    expect(xml).toBe(
      '<?xml version="1.0" encoding="utf-8"?><request><saveInvoice>' +
        '<api_key><![CDATA[key<1>]]></api_key><sid><![CDATA[session]]></sid>' +
        '<crdr><![CDATA[outgoing]]></crdr><partner>7</partner>' +
        '<customer_vat_type><![CDATA[PIVATE_PERSON]]></customer_vat_type>' +
        '<rows><row><name><![CDATA[Bögre]]></name></row>' +
        '<row><name><![CDATA[Tál]]></name><price>100.50</price></row></rows>' +
        '</saveInvoice></request>',
    );
  });
});

describe('toSentCall', () => {
  it('names every leaf as CO3 does, with the place where a person mends it', () => {
    expect(toSentCall(INVOICE, RENAMED)).toStrictEqual({
      method: 'setInvoice',
      tags: [
        { tag: 'crdr', path: '', value: 'outgoing' },
        { tag: 'partner', path: '', value: '7' },
        { tag: 'customer_vat_type', path: 'settings.vatCases', value: 'PIVATE_PERSON' },
        { tag: 'name', path: 'rows.0.name', value: 'Bögre' },
        { tag: 'name', path: 'rows.1.name', value: 'Tál' },
        { tag: 'price', path: 'rows.1.netMinor', value: '100.50' },
      ],
    });
  });
});

describe('isWrite', () => {
  it.each([
    ['setContact', true],
    ['setInvoice', true],
    ['removeStock', true],
    ['takeInPurchaseOrder', true],
    ['getInvoices', false],
    ['authenticate', false],
  ] as const)('knows of %s: %s', (method, expected) => {
    expect(isWrite(method)).toBe(expected);
  });
});

describe('resourceOf', () => {
  it.each([
    ['setContact', 'crm'],
    ['setInvoice', 'finance'],
    ['getFile', 'finance'],
    ['getStock', 'product'],
  ] as const)('knows that %s is of %s', (method, expected) => {
    expect(resourceOf(method)).toBe(expected);
  });
});

const RENAMED = contractOf({
  envelope: { tags: { command: 'request', session_key: 'sid' } },
  setInvoice: {
    method: 'saveInvoice',
    tags: { contact_id: 'partner', items: 'rows', item: 'row', net_price: 'price' },
  },
  values: { customer_vat_type: { PRIVATE_PERSON: 'PIVATE_PERSON' } },
});

function contractOf(overrides: unknown): Contract {
  const contract = toContract(overrides);
  if (!contract.ok) throw new Error(contract.problem);
  return contract.value;
}

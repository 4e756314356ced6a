import { describe, expect, it } from 'vitest';
import { type ComparedMethod, compareAnswer } from '../../../lib/co3/compare-answer.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';
import { parseXml } from '../../../lib/co3/xml.ts';

const CONTACT = '<contact><contact_id>1</contact_id><contact_name>Minta Anna</contact_name></contact>';

describe('an answer with all names', () => {
  it('has nothing missing', () => {
    expect(compare(`<contacts>${CONTACT}${CONTACT}</contacts>`, 'getContacts')).toStrictEqual({
      method: 'getContacts',
      things: 2,
      came: [
        { tag: 'contact_id', name: 'contact_id', footing: 'A' },
        { tag: 'contact_name', name: 'contact_name', footing: 'A' },
        { tag: 'contacts', name: 'contacts', footing: 'A' },
        { tag: 'contact', name: 'contact', footing: 'A' },
      ],
      missing: [],
      needed: [],
      besides: [],
      words: [],
    });
  });
});

describe('an answer that calls something otherwise', () => {
  it('names what did not come, what the bridge needs of it, and what came besides', () => {
    const inner = '<contacts><contact><contact_id>1</contact_id><full_name>Minta Anna</full_name></contact></contacts>';

    const { missing, needed, besides } = compare(inner, 'getContacts');

    expect({ missing: tags(missing), needed: tags(needed), besides }).toStrictEqual({
      missing: ['contact_name'],
      needed: ['contact_name'],
      besides: ['full_name'],
    });
  });

  it('is looked at though the very thing has another name', () => {
    const { things, needed, besides } = compare('<partners><partner><id>1</id></partner></partners>', 'getContacts');

    expect({ things, needed: tags(needed), besides }).toStrictEqual({
      things: 0,
      needed: ['contact_id', 'contact_name', 'contact'],
      besides: ['partners', 'partner', 'id'],
    });
  });

  it('is right where the account’s contract has the names', () => {
    const contract = toContract({ getContacts: { tags: { contact_name: 'full_name' } } });
    const inner = '<contacts><contact><contact_id>1</contact_id><full_name>A</full_name></contact></contacts>';

    const { came, missing } = compare(inner, 'getContacts', contract.ok ? contract.value : PLAIN_CONTRACT);

    expect([missing, came.find(({ tag }) => tag === 'contact_name')]).toStrictEqual([
      [],
      { tag: 'contact_name', name: 'full_name', footing: 'A' },
    ]);
  });

  it('needs one of names side by side, and calls none of them needed where one came', () => {
    const { missing, needed } = compare('<contact><contact_firm>Minta Kft.</contact_firm></contact>', 'getContact');

    expect(tags(missing)).toContain('contact_lastname');
    expect(needed).toStrictEqual([]);
  });

  it('names words that the contract does not have, whatever their letters', () => {
    const { words } = compare('<invoice><crdr>income</crdr><method>Cash</method></invoice>', 'getInvoices');

    expect(words).toStrictEqual([{ tag: 'crdr', word: 'income' }]);
  });
});

describe('an answer that shows too little', () => {
  it('proves nothing where it tells of no thing', () => {
    expect(compare('<contacts/>', 'getContacts')).toMatchObject({ things: 0, missing: [], needed: [], besides: [] });
  });

  it('says nothing of rows where an invoice has none', () => {
    const { missing } = compare('<invoice><invoice_id>1</invoice_id><items/></invoice>', 'getInvoice');

    expect(tags(missing)).not.toContain('item');
    expect(tags(missing)).not.toContain('net_price');
    expect(tags(missing)).toContain('gross');
  });

  it('says nothing of warehouses where a product is in none', () => {
    const { missing, needed } = compare(
      '<products><product><product_id>1</product_id><item_number>A</item_number><stock>0</stock><warehouses/></product></products>',
      'getProduct',
    );

    expect(tags(missing)).not.toContain('warehouse_id');
    expect(needed).toStrictEqual([]);
  });
});

it('keeps no more than some short names of a hostile answer', () => {
  const names = Array.from({ length: 50 }, (_, index) => `x${index}${'y'.repeat(100)}`);
  const { besides } = compare(names.map((name) => `<${name}/>`).join(''), 'getContacts');

  expect([besides.length, besides.every((name) => name.length === 60)]).toStrictEqual([30, true]);
});

const tags = (names: readonly { readonly tag: string }[]) => names.map(({ tag }) => tag);

const compare = (inner: string, method: ComparedMethod, contract = PLAIN_CONTRACT) => {
  const parsed = parseXml(`<response>${inner}</response>`);
  if (!parsed.ok) throw new Error(parsed.problem);
  return compareAnswer(parsed.value, method, contract);
};

import { describe, expect, it } from 'vitest';
import { type Contract, PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';

describe('toContract', () => {
  it('is the plain contract where nothing is overridden', () => {
    expect(toContract({})).toStrictEqual({ ok: true, value: PLAIN_CONTRACT });
  });

  it('renames a method, its resource, tags and id tag, and nothing else', () => {
    const contract = valueOfContract({
      setContact: { method: 'saveContact', resource: 'product', tags: { contact_email: 'email' }, idTag: 'new_id' },
    });

    const { setContact, ...others } = contract.methods;
    const { setContact: plain, ...plainOthers } = PLAIN_CONTRACT.methods;
    expect(setContact).toStrictEqual({
      name: 'saveContact',
      resource: 'product',
      does: 'write',
      idTag: 'new_id',
      tags: { ...plain.tags, contact_email: 'email' },
    });
    expect(others).toStrictEqual(plainOthers);
  });

  it('renames values, lists, elements of the envelope and assumptions', () => {
    const contract = valueOfContract({
      values: { customer_vat_type: { PRIVATE_PERSON: 'PIVATE_PERSON' } },
      setInvoice: { tags: { items: 'rows', item: 'row' } },
      envelope: { tags: { result: 'status' } },
      assumptions: { passwordMd5: 'upper', rounding: 'row', priceDecimals: 6, amountDecimals: { HUF: 2 } },
    });

    expect(contract.values['customer_vat_type']).toStrictEqual({
      DOMESTIC: 'DOMESTIC',
      PRIVATE_PERSON: 'PIVATE_PERSON',
      OTHER: 'OTHER',
    });
    expect(contract.methods.setInvoice.tags).toMatchObject({ items: 'rows', item: 'row' });
    expect(contract.envelope.result).toBe('status');
    expect(contract.assumptions).toStrictEqual({
      ...PLAIN_CONTRACT.assumptions,
      passwordMd5: 'upper',
    });
  });

  it.each([
    ['rounding', 'total', 'another rounding yet; leave it out, or keep `row`'],
    ['priceDecimals', 4, 'another number of decimals yet; leave it out, or keep `6`'],
    ['amountDecimals', { HUF: 0 }, 'another number of decimals yet; leave it out, or keep `{ HUF: 2 }`'],
    ['amountDecimals', { HUF: 2, EUR: 3 }, 'another number of decimals yet; leave it out, or keep `{ HUF: 2 }`'],
  ])('refuses to assume of %s what nothing reckons with: %j', (name, value, problem) => {
    const contract = toContract({ assumptions: { [name]: value } });

    expect(contract).toStrictEqual({
      ok: false,
      problem: `✖ the bridge cannot reckon with ${problem}\n  → at assumptions.${name}`,
    });
  });

  it('lets two methods change their names with each other', () => {
    const contract = valueOfContract({ getStock: { method: 'getProduct' }, getProduct: { method: 'getStock' } });

    expect([contract.methods.getStock.name, contract.methods.getProduct.name]).toStrictEqual([
      'getProduct',
      'getStock',
    ]);
  });

  it.each([
    [
      'two methods',
      { setInvoice: { method: 'getInvoice' } },
      'two methods would be called getInvoice: getInvoice and setInvoice',
    ],
    [
      'a tag and an element',
      { setContact: { tags: { contact_email: 'api_key' } } },
      'setContact: contact_email would be called api_key, as the element api_key is',
    ],
    [
      'an id tag and an element',
      { setContact: { idTag: 'result' } },
      'setContact: idTag would be called result, as the element result is',
    ],
    [
      'an element and a tag',
      { envelope: { tags: { session_key: 'warehouse_name' } } },
      'setWarehouse: warehouse_name would be called warehouse_name, as the element session_key is',
    ],
    [
      'an element and a tag of another name',
      { envelope: { tags: { api_key: 'key' } }, setWarehouse: { tags: { zip: 'key' } } },
      'setWarehouse: zip would be called key, as the element api_key is',
    ],
  ])('refuses one name for %s', (_what, overrides, problem) => {
    expect(toContract(overrides)).toStrictEqual({ ok: false, problem });
  });

  it('lets two tags change their names with each other', () => {
    const contract = valueOfContract({
      setContact: { tags: { contact_zip: 'contact_city', contact_city: 'contact_zip' } },
    });

    expect(contract.methods.setContact.tags).toMatchObject({
      contact_zip: 'contact_city',
      contact_city: 'contact_zip',
    });
  });

  it.each([
    [
      'a method',
      { setContacts: { method: 'x' } },
      'no method `setContacts`; did you mean `getContacts`? There are: authenticate, getContact, ',
    ],
    [
      'a tag',
      { removeStock: { tags: { sku: 'x' } } },
      'no tag of removeStock `sku`; there are: product_id, warehouse_id, quantity',
    ],
    [
      'a tag that every object has',
      { removeStock: { tags: { toString: 'x' } } },
      'no tag of removeStock `toString`; there are: ',
    ],
    ['a group of values', { values: { colour: { RED: 'x' } } }, 'no value group `colour`; there are: result, crdr, '],
    [
      'a value',
      { values: { crdr: { incoming: 'x' } } },
      'no value of crdr `incoming`; there are: outgoing, received, advance in, advance out',
    ],
    ['an id tag of a read', { getContact: { idTag: 'x' } }, 'getContact has no id tag'],
    ['an element', { envelope: { tags: { body: 'x' } } }, 'no tag of envelope `body`; there are: command, api_key, '],
    [
      'a name that is taken',
      { setContact: { tags: { contact_zip: 'contact_city' } } },
      'setContact: two tags would be called contact_city',
    ],
    ['a name that no element can have', { setContact: { method: 'set contact' } }, 'not a name of an XML element'],
    ['an assumption that there is not', { assumptions: { speed: 1 } }, 'speed'],
    ['an assumption that cannot be', { assumptions: { passwordMd5: 'mixed' } }, 'assumptions.passwordMd5'],
    ['something that a method does not have', { setContact: { tag: {} } }, 'tag'],
    ['a list', [], 'expected object'],
    ['nothing', null, 'expected object'],
  ])('refuses %s that does not exist or cannot be', (_what, overrides, problem) => {
    const contract = toContract(overrides);

    expect(contract).toStrictEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('names every fault at once, one a line', () => {
    const contract = toContract({ a: {}, setContact: { tags: { b: 'x' } } });

    expect(contract.ok ? [] : contract.problem.split('\n')).toHaveLength(2);
  });
});

const valueOfContract = (overrides: unknown): Contract => {
  const contract = toContract(overrides);
  if (!contract.ok) throw new Error(contract.problem);
  return contract.value;
};

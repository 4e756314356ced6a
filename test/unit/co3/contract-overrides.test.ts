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
      assumptions: { rounding: 'total', amountDecimals: { HUF: 0 } },
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
      rounding: 'total',
      amountDecimals: { HUF: 0 },
    });
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
    ['a method', { setContacts: { method: 'x' } }, 'no method `setContacts`; there are: authenticate, getContact, '],
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
    ['an assumption that cannot be', { assumptions: { rounding: 'never' } }, 'assumptions.rounding'],
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

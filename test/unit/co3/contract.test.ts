import { describe, expect, it } from 'vitest';
import { ownWordOf, PLAIN_CONTRACT, tagOf, wordOf } from '../../../lib/co3/contract.ts';
import { METHODS } from '../../../lib/co3/contract-table.ts';

describe('PLAIN_CONTRACT', () => {
  it('calls everything as the table does', () => {
    expect(PLAIN_CONTRACT.methods.getStock).toStrictEqual({
      name: 'getStock',
      resource: 'product',
      does: 'read',
      idTag: null,
      tags: same([
        'product_ids',
        'product_id',
        'item_number',
        'product_name',
        'net_price',
        'vat',
        'stock',
        'warehouse_id',
        'quantity',
        'products',
        'product',
        'warehouses',
        'warehouse',
      ]),
    });
  });

  it.each(Object.keys(METHODS))('has the method %s', (name) => {
    expect(Object.keys(PLAIN_CONTRACT.methods)).toContain(name);
  });

  it('names an id tag for every method that changes something', () => {
    const without = Object.values(PLAIN_CONTRACT.methods).filter(
      ({ does, idTag }) => (does === 'write') !== (idTag !== null),
    );

    expect(without).toStrictEqual([]);
  });

  it('bears the footing of every name', () => {
    const footings = Object.values(METHODS).flatMap((entry) => [
      entry.footing,
      ...Object.values(entry.sends),
      ...Object.values(entry.answers),
      ...Object.values(entry.lists),
    ]);

    expect(footings.filter((footing) => !['D', 'E', 'A'].includes(footing))).toStrictEqual([]);
  });
});

it('tells a comment with the invoice itself and in no list of invoices', () => {
  expect(Object.keys(METHODS.getInvoices.answers)).not.toContain('comment');
  expect(Object.keys(METHODS.getInvoice.answers)).toContain('comment');
});

describe('tagOf', () => {
  it('calls a custom field of the account as it is', () => {
    expect(tagOf(PLAIN_CONTRACT.methods.setInvoice, 'rendelesszam')).toBe('rendelesszam');
    expect(tagOf(PLAIN_CONTRACT.methods.setInvoice, 'toString')).toBe('toString');
  });
});

describe('wordOf', () => {
  it('lets a word that the contract does not have through', () => {
    expect(wordOf(PLAIN_CONTRACT, 'currency', 'CHF')).toBe('CHF');
    expect(wordOf(PLAIN_CONTRACT, 'unit', 'db')).toBe('db');
    expect(wordOf(PLAIN_CONTRACT, 'constructor', 'name')).toBe('name');
    expect(wordOf(PLAIN_CONTRACT, 'currency', 'toString')).toBe('toString');
  });
});

describe('ownWordOf', () => {
  const contract = { ...PLAIN_CONTRACT, values: { crdr: { outgoing: 'Kimenő', received: 'outgoing' } } };

  it.each([
    ['crdr', 'Kimenő', 'outgoing'],
    ['crdr', 'KIMENŐ', 'outgoing'],
    ['crdr', 'outgoing', 'received'],
    ['crdr', 'toString', 'toString'],
    ['constructor', 'name', 'name'],
  ])('reads of %s the word %s as %s', (tag, theirs, expected) => {
    expect(ownWordOf(contract, tag, theirs)).toBe(expected);
  });
});

const same = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

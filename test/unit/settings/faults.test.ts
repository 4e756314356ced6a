import { expect, it } from 'vitest';
import * as z from 'zod';
import { faultsText, toFaults } from '../../../lib/settings/faults.ts';

const schema = z.object({
  name: z.string('a text').min(3, 'a text').regex(/^\w+$/, 'a text'),
  rows: z.array(z.object({ count: z.int('a whole number') })).optional(),
});

it.each([
  [{ name: 5 }, [{ path: ['name'], message: 'a text' }]],
  [{}, [{ path: ['name'], message: 'is missing; a text' }]],
  [{ name: null }, [{ path: ['name'], message: 'is empty; a text' }]],
  [{ name: '-' }, [{ path: ['name'], message: 'a text' }]],
  [{ name: 'abc', rows: [{ count: 1 }, {}] }, [{ path: ['rows', 1, 'count'], message: 'is missing; a whole number' }]],
])('says what is wrong with %j, once and where', (tree, expected) => {
  const { error } = schema.safeParse(tree);

  const faults = error === undefined ? [] : toFaults(error, tree);

  expect(faults).toStrictEqual(expected);
});

it('writes each fault with its place, and one of the whole without', () => {
  const text = faultsText([
    { path: ['shops', 'acme-shop', 'payments', 'c.o.d.'], message: 'one of: cash' },
    { path: [], message: 'line 3, column 1: no map' },
  ]);

  expect(text).toBe('✖ one of: cash\n  → at shops["acme-shop"].payments["c.o.d."]\n✖ line 3, column 1: no map');
});

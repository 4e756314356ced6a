import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '../../lib/event/time.ts';
import { anOrder, arbitraryOrder, aShopForEverything } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';

it('whatever dialect CO3 speaks, each order becomes one invoice of just what is owed, or one letter', async () => {
  const orders = fc.uniqueArray(arbitraryOrder(), { minLength: 1, maxLength: 4, selector: ({ orderId }) => orderId });
  await fc.assert(
    fc.asyncProperty(fc.integer(), orders, async (seed, placed) => {
      // CO3's own rounding and what it keeps of forints are the account's contract; here it keeps what it is sent.
      const world = makeSimulatedWorld({
        seed,
        dialect: { rounding: 'row', forintDecimals: 2 },
        shops: [aShopForEverything()],
      });
      for (const order of placed) await world.arrive(order);
      await world.deliver();

      await world.pass(30 * 60_000);

      const records = world.ledger.all('order');
      // What CO3 took without an id is looked for a while longer; nothing waits for that.
      expect(records.filter(({ status }) => status === 'due')).toStrictEqual([]);
      const sent = records.flatMap(({ documents }) => documents.map(({ totalMinor }) => totalMinor));
      expect(invoicesOf(world.co3)).toHaveLength(sent.length);
      const unsent = records.filter(({ documents }) => documents.length === 0);
      expect(unsent.filter(({ status }) => status === 'waiting')).toStrictEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('a text of any kind in an order stands in CO3 as it stood in the shop', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(']]>', '&amp; & &#337;', '<x/>', '"\'', 'Árvíztűrő tükörfúrógép', '👩‍👩‍👧 漢字', ' a\r\nb '),
    fc.constant('Ő'.repeat(10_000)),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer(), text, async (seed, inner) => {
      const name = `<${inner}>`;
      const world = makeSimulatedWorld({ seed, dialect: { comment: 'whole' } });
      const rows = anOrder().rows.map((row) => (row.kind === 'item' ? { ...row, name } : row));
      await world.arrive(anOrder({ rows, changedAt: '2026-12-02T09:05:00.000Z' as Instant }));

      await world.deliver();

      const [invoice] = invoicesOf(world.co3);
      expect(invoice?.rows[0]?.['name']).toBe(allowed(name));
    }),
    { numRuns: 120 },
  );
});

// What XML 1.0 cannot hold is left out; a parser reads every line end as a line feed.
const allowed = (text: string): string =>
  [...text]
    .filter((char) => /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(char))
    .join('')
    .replace(/\r\n?/g, '\n');

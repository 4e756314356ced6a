import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshotSchema } from '../../lib/event/snapshot.ts';
import { standard } from '../../lib/shops/standard/standard.ts';
import { arbitraryOrder } from '../support/orders.ts';
import { STANDARD_NOW as NOW, standardBody, standardShop, WITH_GOODS } from '../support/standard-webhooks.ts';

const shop = standardShop(WITH_GOODS);
const FIXTURES = ['order.full', 'order.refunded', 'product.two-variants', 'stock.level'];

it('reads back every order that is told whole', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (order) => {
      const { platform, tenant, coverage, ...data } = order;
      const body = { type: 'order.updated', timestamp: order.changedAt, data };

      const reading = standard.read(Buffer.from(JSON.stringify(body)), shop, '', NOW);

      expect(reading).toStrictEqual({
        kind: 'snapshot',
        snapshot: { ...data, platform: 'standard', tenant: shop.tenant, coverage: 'whole' },
      });
    }),
  );
});

it('makes of any JSON a snapshot that the queue takes, or says why not', () => {
  const replaced = (name: string) => {
    const { data } = JSON.parse(standardBody(name).toString());
    return fc.dictionary(fc.constantFrom(...Object.keys(data)), fc.jsonValue(), { maxKeys: 3 });
  };
  const bodies = fc.oneof(
    fc.json().map(Buffer.from),
    ...FIXTURES.map((name) => replaced(name).map((data) => standardBody(name, data))),
  );

  fc.assert(
    fc.property(bodies, (raw) => {
      const reading = standard.read(raw, shop, '', NOW);

      const snapshot = reading.kind === 'snapshot' ? JSON.parse(JSON.stringify(reading.snapshot)) : undefined;
      expect(snapshot === undefined || snapshotSchema().safeParse(snapshot).success).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

import { describe, expect, it } from 'vitest';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import type { Instant } from '../../lib/event/time.ts';
import { aProduct, aVariant } from '../support/goods.ts';
import { callsOf, deleteProduct, makeGoodsWorld, openLetters, productsOf } from '../support/goods-world.ts';
import { anOrder } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const LATER = { changedAt: '2026-12-02T09:50:00.000Z' as Instant };

describe('a product of the shop', () => {
  it('is looked up by its SKU, and made in CO3 at its net price', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct());
    await world.deliver();

    expect(callsOf(world)).toStrictEqual(['getProduct', 'setProduct']);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields)).toStrictEqual([
      {
        manufacturer: 'Kerámia Kft.',
        product_name: 'Bögre, kék',
        item_number: 'MUG-9',
        ean_number: '5991234567890',
        product_group: 'Bögrék',
        description: 'Kézzel festett.',
        net_price: '1566.929134',
        vat: '27',
        unit: 'db',
        price_currency: 'HUF',
      },
    ]);
  });

  it('that CO3 has already is brought to what the shop says', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001', name: 'Vászontáska, natúr' })] }));
    await world.deliver();

    expect(productsOf(world, 'BAG-001').map(({ id, fields }) => [id, fields['product_name']])).toStrictEqual([
      [1, 'Vászontáska, natúr'],
    ]);
  });

  it('is not sent again when nothing of it has changed, nor when it was sold', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();

    await world.arrive(aProduct(LATER));
    await world.arrive(aProduct({ ...LATER, variants: [aVariant({ stock: null, itemId: '9001' })] }));
    await world.deliver();

    expect(callsOf(world)).toStrictEqual(['getProduct', 'setProduct']);
  });

  it('is sent once with its id when something of it has changed', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();

    await world.arrive(aProduct({ ...LATER, variants: [aVariant({ price: '2490' })] }));
    await world.deliver();

    expect(callsOf(world)).toStrictEqual(['getProduct', 'setProduct', 'setProduct']);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['net_price'])).toStrictEqual(['1960.629921']);
  });

  it('goes by the newest state, in whatever order the states come', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct({ ...LATER, variants: [aVariant({ name: 'Bögre, zöld' })] }));
    await world.arrive(aProduct());
    await world.deliver();

    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Bögre, zöld']);
  });

  it('stays in CO3 when the shop deletes it, and gives its SKU back', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();

    await world.arrive(aProduct({ ...LATER, isDeleted: true, variants: [] }));
    await world.arrive(aProduct({ productId: '502', variants: [aVariant({ itemId: '9002', name: 'Bögre, új' })] }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Bögre, új']);
  });

  it('is not sent while the shop is in shadow', async () => {
    const world = makeGoodsWorld({ shop: { mode: 'shadow' } });

    await world.arrive(aProduct());
    await world.deliver();

    expect(callsOf(world)).toStrictEqual([]);
    expect(world.ledger.all('product').map(({ status }) => status)).toStrictEqual(['shadow']);
  });
});

describe('a SKU', () => {
  it('that is missing is one letter with the names of the variants, and closes when they have one', async () => {
    const world = makeGoodsWorld();
    const nameless = [aVariant({ sku: ' ', name: 'Kék' }), aVariant({ itemId: '9002', sku: '', name: 'Zöld' })];
    await world.arrive(aProduct({ variants: nameless }));
    await world.deliver();
    const letters = world.ledger.all('letter').map(({ letter }) => letter.error.text);

    await world.arrive(aProduct({ ...LATER, variants: [aVariant(), aVariant({ itemId: '9002', sku: 'MUG-10' })] }));
    await world.deliver();

    expect(letters).toStrictEqual(['Without a SKU: Kék | Zöld.']);
    expect(openLetters(world)).toStrictEqual([]);
    expect([...productsOf(world, 'MUG-9'), ...productsOf(world, 'MUG-10')]).toHaveLength(2);
  });

  it('that stands twice in the shop sends neither, and is a letter with both names', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct());
    await world.arrive(aProduct({ productId: '502', variants: [aVariant({ itemId: '9002', name: 'Másik bögre' })] }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual(['SkuNotUnique product MUG-9']);
    expect(world.ledger.all('letter')[0]?.letter.error.text).toContain('Bögre, kék | Másik bögre');
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).not.toContain('Másik bögre');
  });

  it('that stands once again lets the other go, and its letter closes', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.arrive(aProduct({ productId: '502', variants: [aVariant({ itemId: '9002', name: 'Másik bögre' })] }));
    await world.deliver();

    await world.arrive(aProduct({ ...LATER, variants: [aVariant({ sku: 'MUG-11' })] }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Másik bögre']);
    expect(productsOf(world, 'MUG-11')).toHaveLength(1);
  });

  it('that stands twice in CO3 is a letter with both names there, and goes with a redrive once it stands once', async () => {
    const world = makeGoodsWorld();
    const products = world.co3.accounts.get('acme')?.products;
    for (const id of [71, 72])
      products?.put(id, { id, fields: { item_number: 'MUG-9', product_name: `Régi ${id}` }, stock: {} }, 0);
    await world.arrive(aProduct());
    await world.deliver();
    const [record] = world.ledger.all('letter');
    products?.remove(72, world.clock.now());

    await redriveLetter(world.deps, record?.key ?? '', 'anna', world.clock.now());
    await world.pass(MINUTE);

    expect(record?.letter.error.text).toContain('Régi 71 (id 71) | Régi 72 (id 72)');
    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9').map(({ id, fields }) => [id, fields['product_name']])).toStrictEqual([
      [71, 'Bögre, kék'],
    ]);
  });
});

describe('a product that gets no answer', () => {
  it('is looked for, adopted and not made twice', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'hang-after-commit', method: 'setProduct' });
    await world.arrive(aProduct());
    await world.deliver();

    await world.pass(15 * MINUTE);

    expect(productsOf(world, 'MUG-9')).toHaveLength(1);
    expect(world.ledger.all('product').map(({ status, reason }) => [status, reason])).toStrictEqual([
      ['settled', 'InCo3'],
    ]);
  });

  it('is made again when three looks over ten minutes do not find it', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setProduct' });
    await world.arrive(aProduct());
    await world.deliver();

    await world.pass(9 * MINUTE);
    const early = productsOf(world, 'MUG-9').length;
    await world.pass(6 * MINUTE);

    expect([early, productsOf(world, 'MUG-9').length]).toStrictEqual([0, 1]);
  });

  it('five times is a letter', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setProduct', times: null });
    await world.arrive(aProduct());
    await world.deliver();

    await world.pass(120 * MINUTE);

    expect(openLetters(world)).toStrictEqual(['ProductNotConfirmed product MUG-9']);
    expect(callsOf(world).filter((method) => method === 'setProduct')).toHaveLength(5);
  });
});

describe('a product that CO3 refuses', () => {
  it('is a letter of the product, and goes when the shop has mended it', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct({ variants: [aVariant({ ean: '599-x' })] }));
    await world.deliver();
    const refused = openLetters(world);

    await world.arrive(aProduct(LATER));
    await world.deliver();

    expect(refused).toStrictEqual(['MustBeDigits product MUG-9']);
    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9')).toHaveLength(1);
  });

  it('with a tax class that the settings do not have is a letter without a call', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct({ variants: [aVariant({ taxClass: 'zero-rate' })] }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual(['TaxClassNotMapped product MUG-9']);
    expect(callsOf(world)).toStrictEqual([]);
  });

  it('as one that it does not know is looked up once again and made anew', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();
    deleteProduct(world, 'MUG-9');

    await world.arrive(aProduct({ ...LATER, variants: [aVariant({ price: '2490' })] }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['net_price'])).toStrictEqual(['1960.629921']);
  });

  it('five times running for a setting holds the catalogue, and no order', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', method: 'setProduct', code: 409, times: null });
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      await world.arrive(
        aProduct({ productId: `60${n}`, variants: [aVariant({ itemId: `60${n}`, sku: `S-${n}`, name: `Áru ${n}` })] }),
      );
    await world.deliver();

    await world.arrive(anOrder());
    await world.deliver();

    expect(openLetters(world)).toHaveLength(5);
    expect(world.ledger.all('lane').map(({ hold, catalogueHold }) => [hold, catalogueHold?.reason])).toStrictEqual([
      [null, 'breaker'],
    ]);
    expect(world.alarms.filter((name) => name === 'LaneHeld')).toHaveLength(1);
    expect(world.order().status).toBe('settled');
  });

  it('goes on by itself when the setting is mended', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', method: 'setProduct', code: 409, times: null });
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      await world.arrive(
        aProduct({ productId: `60${n}`, variants: [aVariant({ itemId: `60${n}`, sku: `S-${n}`, name: `Áru ${n}` })] }),
      );
    await world.deliver();
    await world.pass(20 * MINUTE);
    const lettersMeanwhile = openLetters(world).length;
    world.co3.clearFaults();

    await world.pass(20 * MINUTE);

    expect(lettersMeanwhile).toBe(5);
    expect([...productsOf(world, 'S-6'), ...productsOf(world, 'S-7')]).toHaveLength(2);
  });
});

/** Another worker takes all that is in the queue; the account's lane is not free. */
const mergeAll = async (world: SimulatedWorld): Promise<void> => {
  for (let messages = world.events.receive(120_000); messages.length > 0; messages = world.events.receive(120_000))
    await world.handle({ messages, deadline: world.clock.now() + 60_000 });
};

describe('orders come first', () => {
  it('and wait for one call of the catalogue at the most', async () => {
    let callsBefore = -1;
    const busy = makeGoodsWorld({
      around: async (port, effect, given) => {
        const result = await effect();
        // Another worker merges an order while this one is in the middle of the catalogue.
        if (port === 'co3' && JSON.stringify(given).includes('setProduct') && callsBefore < 0) {
          callsBefore = callsOf(busy).length;
          await busy.arrive(anOrder());
          await mergeAll(busy);
        }
        return result;
      },
    });
    for (let n = 0; n < 40; n += 1)
      await busy.arrive(
        aProduct({ productId: `7${n}`, variants: [aVariant({ itemId: `7${n}`, sku: `P-${n}`, name: `Áru ${n}` })] }),
      );

    await busy.deliver();

    const after = callsOf(busy).slice(callsBefore);
    expect(after.slice(0, 2)).toStrictEqual(['setContact', 'setInvoice']);
    expect(after.filter((method) => method === 'setProduct').length).toBeGreaterThan(20);
  });
});

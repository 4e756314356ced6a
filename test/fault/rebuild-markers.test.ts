import { expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { rebuildLedger } from '../../lib/deliver/rebuild.ts';
import type { Day } from '../../lib/event/time.ts';
import { again, at, provenWorld, redrive, standing, take } from '../support/delivery-stories.ts';
import { anAccount, anOrder, aShop, aWhollyRefundedOrder } from '../support/orders.ts';
import { invoicesOf, type SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WHOLE = { from: '2026-11-30' as Day, to: '2026-12-03' as Day };

const rebuild = async (world: SimulatedWorld, window = WHOLE) => {
  const report = await rebuildLedger(
    { ...world.deps, say: () => undefined },
    {
      account: anAccount(),
      contract: PLAIN_CONTRACT,
      shops: [aShop()],
      stage: 'test',
      window,
      whole: WHOLE,
      isNothingElseThere: false,
    },
    () => undefined,
  );
  if (!report.ok) throw new Error(report.problem);
  return report.value;
};

it('uses no marker twice after a rebuild', async () => {
  const world = await provenWorld({ edits: 'storno-and-new' }, { kind: 'timeout-before-commit', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(13 * MINUTE);
  await again(world); // invoice/2
  world.ledger.replace('the-second');
  await rebuild(world);
  await take(world, anOrder());
  await take(world, aWhollyRefundedOrder({ changedAt: at(40) })); // storno
  await take(world, anOrder({ changedAt: at(50) })); // owed again
  await redrive(world);
  await world.pass(HOUR);

  const markers = standing(world).sent.map((one) => one.split(' ')[0]);
  expect(new Set(markers).size, markers.join()).toBe(markers.length);
});

it('does not say that an open lane stays shut', async () => {
  const world = await provenWorld();
  const lane = world.ledger.all('lane')[0];
  const report = await rebuild(world, { from: '2026-12-02' as Day, to: '2026-12-02' as Day });
  expect({ hold: lane?.hold, ledger: lane?.ledger, shut: report.staysShut }).toStrictEqual({
    hold: null,
    ledger: 'memory',
    shut: null,
  });
});

it('takes back no double that somebody has cancelled by hand', async () => {
  const world = await provenWorld({}, { kind: 'late-commit', ms: 2 * HOUR, method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(13 * MINUTE);
  await again(world); // invoice/2; invoice/1 turns up
  await world.pass(5 * HOUR);
  expect(standing(world)).toMatchObject({ order: 'letter DuplicateFound' });
  // The bookkeeper cancels invoice/1 by hand and answers the letter.
  const account = world.co3.accounts.get('acme');
  const all = invoicesOf(world.co3);
  const first = all.find(({ sentComment }) => sentComment.includes('/1001/invoice/1'));
  if (account === undefined || first === undefined) throw new Error('not there');
  account.invoices.put(
    90,
    {
      ...first,
      id: 90,
      number: 'V-2026/90',
      sentComment: '',
      comment: '',
      gross: '-6350.00',
      fields: { ...first.fields, storno_id: String(first.id) },
    },
    world.clock.now(),
  );
  await redrive(world);
  await world.pass(HOUR);
  expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
  world.ledger.replace('the-second');

  await rebuild(world);
  await take(world, anOrder());
  await world.pass(HOUR);
  const early = standing(world);
  await take(world, aWhollyRefundedOrder({ changedAt: at(40) }));
  await world.pass(HOUR);

  expect({ early: early.order, after: standing(world).sent.at(-1) }).toStrictEqual({
    early: 'settled Invoiced',
    after: 'storno:1/2 -6350.00',
  });
});

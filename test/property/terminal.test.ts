import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeCliBench } from '../support/cli-bench.ts';
import { makeGoodsWorld } from '../support/goods-world.ts';
import { HOSTILE, orderOfNothingBut, productOfNothingBut } from '../support/hostile.ts';
import { webhookFixture } from '../support/webhooks.ts';

const SHOWS = [
  ['dlq', 'list'],
  ['dlq', 'list', '--lang', 'hu'],
  ['dlq', 'stats'],
  ['dlq', 'export'],
  ['orders'],
  ['lane', 'list'],
] as const;

it('no text of an order or a product acts on the terminal, whatever stands in it and whichever command shows it', async () => {
  await fc.assert(
    fc.asyncProperty(actingText(), fc.boolean(), async (text, tty) => {
      const world = makeGoodsWorld();
      const { buyer, ...others } = orderOfNothingBut(text, {
        orderId: '1002',
        gateways: ['shopify_payments'],
        notes: [],
      });
      const hungarian = buyer && { ...buyer, country: 'HU' };
      await world.arrive(orderOfNothingBut(text));
      await world.arrive({ ...others, buyer: hungarian, shipTo: hungarian });
      await world.arrive(productOfNothingBut(text));
      await world.pass(60_000);
      const { bridge, file } = makeCliBench(world, { tty, columns: 100, env: { NO_COLOR: '1' } });
      const webhook = file('order.json', webhookOfNothingBut(text));
      const commands = [
        ...SHOWS,
        ...world.ledger.all('letter').map(({ key }) => ['dlq', 'show', key]),
        ...world.ledger.all('order').map(({ number }) => ['order', 'acme-shop', '--', number]),
        ['preview', '--shop', 'acme-shop', '--topic', 'orders/paid', webhook],
      ];

      for (const command of commands) {
        const { code, stdout, stderr } = await bridge(...command);
        // A preview answers 1 where the order would become a letter.
        expect([command, code === 2, acting(stdout + stderr)]).toStrictEqual([command, false, []]);
      }
    }),
    { numRuns: 30, examples: HOSTILE.map(([, text]) => [text, true]) },
  );
});

/** Texts in which a terminal's own characters and the marks of writing direction are as likely as others. */
const actingText = (): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\u001b\u009b\u0007\u0000\r\b\u202e\u2066\u200f\u2028[]0;2Jm'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 60,
  });

const FREE_TEXTS = [
  'email',
  'phone',
  'note',
  'title',
  'sku',
  'first_name',
  'last_name',
  'company',
  'address1',
  'city',
  'zip',
];

/** A webhook each of whose free texts is that one. */
const webhookOfNothingBut = (text: string): string =>
  JSON.stringify(
    JSON.parse(webhookFixture('shopify/orders-paid.huf.json').toString(), (name, value: unknown) =>
      FREE_TEXTS.includes(name) && typeof value === 'string' ? text : value,
    ),
  );

/** The characters of a text that a terminal would not print: everything of C0 and C1 but the line feed, and what turns the direction. */
const acting = (text: string): readonly string[] =>
  [...text].filter((char) => {
    const code = char.codePointAt(0) ?? 0;
    return (code < 32 && char !== '\n') || (code > 126 && code < 160) || DIRECTIONS.includes(char);
  });

const DIRECTIONS = '\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

import type { ProductRecord, StockRecord } from '../../deliver/goods-records.ts';
import type { WorkedRecord } from '../../deliver/records.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Block, type Fact, facts, table, title } from '../view/block.ts';
import { discardFacts, standingText } from '../view/reason-text.ts';
import { toTimeText } from '../view/time-text.ts';

/** A product's state for people: what the shop says, what CO3 was given, and its stock by place. */
export const productBlocks = (
  product: ProductRecord,
  levels: readonly StockRecord[],
  shop: ShopSettings,
  now: number,
): readonly Block[] => [
  title(`Product ${product.sku} of ${product.shop}`),
  facts(
    ['status', statusText(product)],
    ...discardFacts(product),
    ['account', product.account],
    ['CO3’s id', product.productId ?? 'not known'],
    ...nextFact(product, now),
    ...(product.sent === null ? [] : [['sent', `${toTimeText(product.sent.at)}, no answer yet`] as const]),
    ...letterFact(product),
  ),
  title('In the shop'),
  table(
    ['  item', 'name', 'EAN', 'price', 'tax class'],
    product.claims.map(({ item, variant }) => [
      `  ${item}`,
      variant.name,
      variant.ean === '' ? '—' : variant.ean,
      variant.price ?? '—',
      variant.taxClass === '' ? '—' : variant.taxClass,
    ]),
  ),
  ...(levels.length === 0
    ? []
    : [
        title('Stock'),
        table(
          ['  place', 'CO3’s warehouse', 'in the shop', 'as of', 'status'],
          levels.map((record) => [
            `  ${record.level.locationId}`,
            shop.stock?.warehouses[record.level.locationId] ?? '—',
            record.level.quantity,
            toTimeText(record.level.changedAt),
            [
              statusText(record),
              ...(record.sent === null ? [] : ['a booking got no answer; CO3 is looked at']),
              ...[...discardFacts(record), ...letterFact(record)].map(([, words]) => words),
            ].join('\n'),
          ]),
        ),
      ]),
];

const statusText = (record: WorkedRecord): string => `${record.status}: ${standingText(record)}`;

const nextFact = ({ dueAt }: WorkedRecord, now: number): readonly Fact[] =>
  dueAt === null
    ? []
    : [
        [
          'next',
          dueAt <= now ? 'as soon as its account’s lane is free and products are not held there' : toTimeText(dueAt),
        ],
      ];

const letterFact = ({ letter }: WorkedRecord): readonly Fact[] =>
  letter === null ? [] : [['letter', `${letter.id} (\`bridge dlq show\` tells more)`]];

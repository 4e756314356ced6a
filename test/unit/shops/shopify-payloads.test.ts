import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shopify } from '../../../lib/shops/shopify/shopify.ts';
import { orderOfReading } from '../../support/order-reading.ts';
import { shopifyShop } from '../../support/webhooks.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../../shared/payloads');
const isHere = existsSync(PAYLOADS);

describe.skipIf(!isHere)('real orders of Shopify', () => {
  const index = isHere ? readFileSync(join(PAYLOADS, 'INDEX.md'), 'utf8').split('\n') : [];
  const files = isHere ? readdirSync(join(PAYLOADS, 'shopify')).filter((file) => /^orders-.*\d\.json$/.test(file)) : [];

  const rowCheckOf = (file: string): string => {
    const cells = index.find((line) => line.startsWith(`| ${file} `))?.split('|') ?? [];
    return /^(OK|DIFF)/.exec(cells[4]?.trim() ?? '')?.[1] ?? 'no amounts';
  };

  it('are many, with and without amounts that add up', () => {
    const checks = new Set(files.map(rowCheckOf));

    expect(files.length).toBeGreaterThan(20);
    expect([...checks].sort()).toStrictEqual(['DIFF', 'OK', 'no amounts']);
  });

  it.each(files)('%s reads to rows that add up exactly where the index says so', (file) => {
    const raw = readFileSync(join(PAYLOADS, 'shopify', file));

    const reading = shopify.read(raw, shopifyShop(), 'orders/updated', 0);

    expect(outcomeOf(reading)).toBe(rowCheckOf(file));
  });
});

const outcomeOf = (reading: ReturnType<typeof shopify.read>): string => {
  if (reading.kind === 'problem') return reading.problem === 'UnreadablePayload' ? 'no amounts' : reading.problem;
  if (reading.kind === 'not-used') return reading.kind;
  const { rows, totalMinor } = orderOfReading(reading);
  const sum = rows.reduce((total, row) => total + row.grossMinor, 0);
  return sum === totalMinor ? 'OK' : 'DIFF';
};

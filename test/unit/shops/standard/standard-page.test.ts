import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PLAIN_DIALECT } from '../../../../infra/local/co3/dialect.ts';
import { standard } from '../../../../lib/shops/standard/standard.ts';
import { aShop } from '../../../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../../../support/simulated-world.ts';
import { STANDARD_NOW, STANDARD_SECRET, standardShop, WITH_GOODS } from '../../../support/standard-webhooks.ts';

const page = readFileSync(new URL('../../../../docs/shops/standard.md', import.meta.url), 'utf8');
const hasOpenssl = spawnSync('bash', ['-c', 'openssl version && od --version']).status === 0;

it('shows an order that is read and invoiced as it stands', async () => {
  const { id, ...settings } = standardShop(['mode: "on"', ...settingLine('payments')]);
  const world = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT, shops: [aShop({ ...settings, id })] });

  const reading = standard.read(Buffer.from(block('json')), { ...settings, id }, '', STANDARD_NOW);
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order') throw new Error(JSON.stringify(reading));
  await world.arrive(reading.snapshot);
  await world.deliver();

  expect(invoicesOf(world.co3).map(({ gross }) => gross)).toStrictEqual(['13970.00']);
});

it('shows a refund, for which a corrective invoice of what came back is made', async () => {
  const [order = '', refunded = ''] = blocks('json');
  const { id, ...settings } = standardShop(['mode: "on"', ...settingLine('payments')]);
  const world = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT, shops: [aShop({ ...settings, id })] });

  for (const body of [order, refunded]) {
    const reading = standard.read(Buffer.from(body), { ...settings, id }, '', STANDARD_NOW);
    if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order') throw new Error(JSON.stringify(reading));
    await world.arrive(reading.snapshot);
    await world.deliver();
  }

  expect(invoicesOf(world.co3).map(({ gross }) => gross)).toStrictEqual(['13970.00', '-6350.00']);
});

it('shows a product and a level of one of its variants that are read as they stand', () => {
  const [, , product = '', level = ''] = blocks('json');
  const shop = standardShop(WITH_GOODS);

  const readings = [product, level].map((body) => standard.read(Buffer.from(body), shop, '', STANDARD_NOW));

  expect(readings).toMatchObject([
    { snapshot: { kind: 'product', variants: [{ itemId: '77-1', price: '6350' }, { itemId: '77-2' }] } },
    { snapshot: { kind: 'stock', itemId: '77-1', locationId: 'shop', quantity: '12' } },
  ]);
});

it.skipIf(!hasOpenssl)('shows a command for the shell whose signature is genuine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standard-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'order.json'), block('json'));
  // In place of the command that would send.
  const script = `curl() { printf '%s\\n' "$@"; }\n${block('sh')}`;

  const { stdout } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, BRIDGE_SECRET: STANDARD_SECRET, BRIDGE_URL: 'https://x.example' },
  });

  const headers = new Map(
    stdout
      .split('\n')
      .map((line) => line.split(': '))
      .map(([name = '', value = '']) => [name, value]),
  );
  const request = { raw: Buffer.from(block('json')), headers, query: {} };
  expect(headers.get('webhook-id')).toMatch(/^msg_[0-9a-f]{32}$/);
  expect(standard.verify(request, [STANDARD_SECRET], Number(headers.get('webhook-timestamp')) * 1000)).toBe('genuine');
});

/** What the page has between ```LANGUAGE and ```, the first such. */
function block(language: string): string {
  const [found] = blocks(language);
  if (found === undefined) throw new Error(`the page has no ${language}`);
  return found;
}

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, found]) => found ?? '',
  );
}

/** A line of the settings that the page shows, without its comment. */
function settingLine(name: string): string[] {
  const found = new RegExp(`^ +(${name}: .*?) #`, 'm').exec(page)?.[1];
  return found === undefined ? [] : [found];
}

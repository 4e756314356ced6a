import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { wireDeliver, wireReceive, wireTick } from '../../../functions/wiring.ts';

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  STAGE: 'dev',
  SHOPS_FILE: 'infra/shops.yml',
  TABLE_NAME: 'ledger',
  EVENTS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/events',
  DEAD_LETTERS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/dead-letters',
  ALARM_TOPIC_ARN: 'arn:aws:sns:eu-west-1:1:alarms',
  CO3_BASE_URL: 'https://co3app.com/api/',
};

it.each([
  { name: 'receive', wire: wireReceive },
  { name: 'deliver', wire: wireDeliver },
])('starts $name with the settings that a clone brings along, in shadow', ({ wire }) => {
  const { settings } = wire(ENVIRONMENT);

  expect([...settings.shops.values()].map(({ id, mode }) => ({ id, mode }))).toStrictEqual([
    { id: 'acme-shop', mode: 'shadow' },
  ]);
});

it('starts tick with the accounts that a clone brings along', () => {
  expect(wireTick(ENVIRONMENT).accounts).toStrictEqual(['acme']);
});

it('lets tick name its stack as a person at the command line has to, by the region of the topic', () => {
  expect(wireTick(ENVIRONMENT).stack).toStrictEqual({ stage: 'dev', region: 'eu-west-1' });
});

it('refuses a topic that is not named by its ARN', () => {
  const problem = messageOf(() => wireTick({ ...ENVIRONMENT, ALARM_TOPIC_ARN: 'alarms' }));

  expect(problem).toContain('at ALARM_TOPIC_ARN');
});

it.each([
  { name: 'receive', wire: wireReceive, needs: ['EVENTS_QUEUE_URL', 'SHOPS_FILE', 'STAGE'] },
  {
    name: 'deliver',
    wire: wireDeliver,
    needs: ['CO3_BASE_URL', 'DEAD_LETTERS_QUEUE_URL', 'EVENTS_QUEUE_URL', 'SHOPS_FILE', 'STAGE', 'TABLE_NAME'],
  },
  {
    name: 'tick',
    wire: wireTick,
    needs: ['ALARM_TOPIC_ARN', 'DEAD_LETTERS_QUEUE_URL', 'EVENTS_QUEUE_URL', 'SHOPS_FILE', 'STAGE', 'TABLE_NAME'],
  },
])('names everything that $name misses in its environment', ({ wire, needs }) => {
  const problem = messageOf(() => wire({ AWS_REGION: 'eu-central-1', STAGE: '' }));

  expect([...problem.matchAll(/at ([A-Z0-9_]+)/g)].map(([, name]) => name).sort()).toStrictEqual(needs);
});

it('stops at a faulty shops.yml and names every fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shops-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'shops.yml');
  writeFileSync(
    path,
    'accounts: { acme: { secret: co3-bridge/acme, currency: forint, seller: { country: Hungary } } }\nshops: {}',
  );

  const problem = messageOf(() => wireReceive({ ...ENVIRONMENT, SHOPS_FILE: path }));

  expect(problem).toContain(`${path} is faulty`);
  expect(problem).toContain('accounts.acme.currency');
  expect(problem).toContain('accounts.acme.seller.country');
});

it('stops at a CO3 that is not spoken to over TLS', () => {
  const problem = messageOf(() => wireDeliver({ ...ENVIRONMENT, CO3_BASE_URL: 'http://co3app.com/api/' }));

  expect(problem).toMatch(/https/);
});

const messageOf = (wire: () => unknown): string => {
  try {
    wire();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  return '';
};

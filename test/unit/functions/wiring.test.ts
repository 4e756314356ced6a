import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wireDeliver, wireReceive, wireTick } from '../../../functions/wiring.ts';
import { packSettingsFile } from '../../../infra/pack-settings-file.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  STAGE: 'dev',
  SETTINGS_FILE: join(FOLDER, 'shops.json'),
  TABLE_NAME: 'ledger',
  EVENTS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/events',
  DEAD_LETTERS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/dead-letters',
  ALARM_TOPIC_ARN: 'arn:aws:sns:eu-west-1:1:alarms',
  CO3_BASE_URL: 'https://co3app.com/api/',
};

beforeAll(async () => {
  const problem = await packSettingsFile('infra/shops.yml', ENVIRONMENT.SETTINGS_FILE);
  if (problem !== null) throw new Error(problem);
});

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
  { name: 'receive', wire: wireReceive, needs: ['EVENTS_QUEUE_URL', 'SETTINGS_FILE', 'STAGE'] },
  {
    name: 'deliver',
    wire: wireDeliver,
    needs: ['CO3_BASE_URL', 'DEAD_LETTERS_QUEUE_URL', 'EVENTS_QUEUE_URL', 'SETTINGS_FILE', 'STAGE', 'TABLE_NAME'],
  },
  {
    name: 'tick',
    wire: wireTick,
    needs: ['ALARM_TOPIC_ARN', 'DEAD_LETTERS_QUEUE_URL', 'EVENTS_QUEUE_URL', 'SETTINGS_FILE', 'STAGE', 'TABLE_NAME'],
  },
])('names everything that $name misses in its environment', ({ wire, needs }) => {
  const problem = messageOf(() => wire({ AWS_REGION: 'eu-central-1', STAGE: '' }));

  expect([...problem.matchAll(/at ([A-Z0-9_]+)/g)].map(([, name]) => name).sort()).toStrictEqual(needs);
});

it('does not start without the settings that packaging has packed', () => {
  const problem = messageOf(() => wireReceive({ ...ENVIRONMENT, SETTINGS_FILE: '/nowhere/shops.json' }));

  expect(problem).toContain('/nowhere/shops.json');
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

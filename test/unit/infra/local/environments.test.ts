import { expect, it } from 'vitest';
import { toEnvironments, toResources } from '../../../../infra/local/environments.ts';

const PLAN = {
  queues: [],
  topics: [],
  tables: [],
  eventSources: [],
  scheduled: [],
  functions: [
    {
      name: 'receive',
      environment: { EVENTS_QUEUE_URL: 'http://127.0.0.1/events', CO3_BASE_URL: 'https://co3.example' },
    },
    { name: 'tick', environment: { TABLE_NAME: 'ledger', DEAD_LETTERS_QUEUE_URL: 'http://127.0.0.1/dead' } },
  ],
};

it('lets what is local replace what the template says, and gives each function a key of its own', () => {
  const environments = toEnvironments(PLAN, { CO3_BASE_URL: 'http://127.0.0.1:8787' });

  expect(environments).toStrictEqual({
    receive: {
      EVENTS_QUEUE_URL: 'http://127.0.0.1/events',
      CO3_BASE_URL: 'http://127.0.0.1:8787',
      AWS_ACCESS_KEY_ID: 'receive',
    },
    tick: {
      TABLE_NAME: 'ledger',
      DEAD_LETTERS_QUEUE_URL: 'http://127.0.0.1/dead',
      CO3_BASE_URL: 'http://127.0.0.1:8787',
      AWS_ACCESS_KEY_ID: 'tick',
    },
  });
});

it('knows the queues and the table by what the functions call them', () => {
  const resources = toResources(PLAN);

  expect(resources).toStrictEqual({
    eventsQueueUrl: 'http://127.0.0.1/events',
    deadLettersQueueUrl: 'http://127.0.0.1/dead',
    table: 'ledger',
  });
});

it('says which variable no function is given', () => {
  expect(() => toResources({ ...PLAN, functions: [] })).toThrow(
    'no function in serverless.yml is given EVENTS_QUEUE_URL',
  );
});

import { expect, it } from 'vitest';
import { parseOptions } from '../../../../infra/local/options.ts';

it('runs the sample shop against the simulator where nothing else is said', () => {
  const options = parseOptions([], {}, '/project');

  expect(options).toStrictEqual({
    root: '/project',
    stage: 'local',
    shopsFile: '/project/infra/local/shops.yml',
    secretsFile: null,
    co3BaseUrl: null,
    awsCallsFile: null,
    debug: false,
  });
});

it('takes another shops.yml, other secrets, another CO3 and a file for calls from the environment', () => {
  const environment = {
    SHOPS_FILE: '/own/shops.yml',
    SECRETS_FILE: 'own/secrets.json',
    CO3_BASE_URL: 'https://co3.example/api/',
    AWS_CALLS_FILE: 'own/calls.jsonl',
    DEBUG: '1',
  };

  const options = parseOptions([], environment, '/project');

  expect(options).toStrictEqual({
    root: '/project',
    stage: 'local',
    shopsFile: '/own/shops.yml',
    secretsFile: '/project/own/secrets.json',
    co3BaseUrl: 'https://co3.example/api/',
    awsCallsFile: '/project/own/calls.jsonl',
    debug: true,
  });
});

it('answers a question for help', () => {
  expect(parseOptions(['--help'], {}, '/project')).toBe('help');
});

it('refuses an option that it does not know', () => {
  expect(() => parseOptions(['--memory'], {}, '/project')).toThrow("Unknown option '--memory'");
});

import { expect, it } from 'vitest';
import { toClientPlace } from '../../../lib/aws/place.ts';

it('leaves everything to the environment where no place is named', () => {
  expect(toClientPlace(undefined, 'sqs')).toStrictEqual({});
});

it('names the region of AWS itself, and no credentials of ours', () => {
  expect(toClientPlace({ region: 'eu-west-1', endpoints: null }, 'sqs')).toStrictEqual({ region: 'eu-west-1' });
});

it('names the service’s own endpoint of a local stack', () => {
  const endpoints = { sqs: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:2', secrets: 'http://127.0.0.1:3' };

  const place = toClientPlace({ region: 'eu-central-1', endpoints }, 'dynamodb');

  expect(place).toStrictEqual({
    region: 'eu-central-1',
    endpoint: 'http://127.0.0.1:2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});

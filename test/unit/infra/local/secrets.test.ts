import { afterEach, expect, it } from 'vitest';
import { callAws } from '../../../../infra/local/aws-json.ts';
import { closeServer, listenNear } from '../../../../infra/local/listen.ts';
import { makeSecretsServer } from '../../../../infra/local/secrets.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

it('serves a secret, by its name or its ARN', async () => {
  const ask = await startSecrets({ 'co3-bridge/acme': '{"password":"sample"}' });

  const byName = await ask('GetSecretValue', { SecretId: 'co3-bridge/acme' });
  const byArn = await ask('GetSecretValue', {
    SecretId: 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:co3-bridge/acme',
  });

  expect(byName).toStrictEqual({
    ARN: 'arn:aws:secretsmanager:local:000000000000:secret:co3-bridge/acme',
    Name: 'co3-bridge/acme',
    VersionId: 'local',
    VersionStages: ['AWSCURRENT'],
    SecretString: '{"password":"sample"}',
    CreatedDate: expect.any(Number),
  });
  expect(byArn).toStrictEqual(byName);
});

it('serves the value that was put last', async () => {
  const ask = await startSecrets({ 'co3-bridge/acme': 'right' });

  await ask('PutSecretValue', { SecretId: 'co3-bridge/acme', SecretString: 'wrong' });

  expect(await ask('GetSecretValue', { SecretId: 'co3-bridge/acme' })).toMatchObject({ SecretString: 'wrong' });
});

it.each([
  ['GetSecretValue', { SecretId: 'nobody' }, 'ResourceNotFoundException'],
  ['GetSecretValue', {}, 'InvalidParameterException'],
  ['PutSecretValue', { SecretId: 'known' }, 'InvalidParameterException'],
  ['DeleteSecret', { SecretId: 'known' }, 'InvalidRequestException'],
])('refuses %s of %j as %s', async (action, input, type) => {
  const ask = await startSecrets({ known: 'x' });

  await expect(ask(action, input)).rejects.toThrow(`secretsmanager ${action} answered 400: {"__type":"${type}"`);
});

const startSecrets = async (secrets: Readonly<Record<string, string>>) => {
  const server = makeSecretsServer(secrets);
  const address = await listenNear(server, 0);
  stops.push(() => closeServer(server));
  const endpoint = { service: 'secretsmanager', address, region: 'eu-central-1' } as const;
  return (action: string, input: unknown) => callAws(endpoint, action, input, AbortSignal.timeout(5_000));
};

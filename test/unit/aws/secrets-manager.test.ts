import { expect, it, onTestFinished } from 'vitest';
import { makeSecretsManager } from '../../../lib/aws/secrets-manager.ts';
import { startAws } from '../../support/aws-answering.ts';

it('asks once for a secret that is read again', async () => {
  const { secrets, asked } = await storeOf(['first', 'second']);

  const read = [await secrets.read('co3-bridge/acme', 'cached'), await secrets.read('co3-bridge/acme', 'cached')];

  expect({ read, asked }).toStrictEqual({ read: ['first', 'first'], asked: ['secretsmanager.GetSecretValue'] });
});

it('asks again for a fresh one, and keeps that', async () => {
  const { secrets, asked } = await storeOf(['first', 'second']);
  await secrets.read('co3-bridge/acme', 'cached');

  const read = [await secrets.read('co3-bridge/acme', 'fresh'), await secrets.read('co3-bridge/acme', 'cached')];

  expect({ read, calls: asked.length }).toStrictEqual({ read: ['second', 'second'], calls: 2 });
});

it('rejects where there is no such secret', async () => {
  const { secrets } = await storeOf([]);

  const outcome = secrets.read('co3-bridge/acme', 'cached');

  await expect(outcome).rejects.toThrow('not there');
});

it('rejects a secret that is no text', async () => {
  const aws = await startAws(() => ({ status: 200, body: { SecretBinary: Buffer.from('{}').toString('base64') } }));
  onTestFinished(() => aws.stop());

  const outcome = makeSecretsManager(aws.place).read('co3-bridge/acme', 'cached');

  await expect(outcome).rejects.toThrow('co3-bridge/acme is not a text');
});

/** A store whose one secret has these values, one after the other. */
const storeOf = async (values: readonly string[]) => {
  const rest = [...values];
  const aws = await startAws(() => {
    const value = rest.shift();
    return value === undefined
      ? { status: 400, body: { __type: 'ResourceNotFoundException', message: 'not there' } }
      : { status: 200, body: { SecretString: value } };
  });
  onTestFinished(() => aws.stop());
  return { secrets: makeSecretsManager(aws.place), asked: aws.asked };
};

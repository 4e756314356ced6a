import { expect, it, onTestFinished } from 'vitest';
import { makeSecretDates } from '../../../lib/aws/secret-dates.ts';
import { startAws } from '../../support/aws-answering.ts';

it.each([
  [{ SecretString: 'hush', CreatedDate: 1_764_583_200.5 }, 1_764_583_200_500],
  [{ SecretString: 'hush' }, null],
])('tells since when a secret has its value', async (body, since) => {
  const aws = await startAws(() => ({ status: 200, body }));
  onTestFinished(() => aws.stop());

  expect(await makeSecretDates(aws.place)('co3-bridge/acme')).toBe(since);
});

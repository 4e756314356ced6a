import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type AwsPlace, toClientPlace } from './place.ts';

/** Since when a secret of AWS Secrets Manager has the value that it has, in ms; null where AWS does not say. */
export const makeSecretDates = (place: AwsPlace): ((name: string) => Promise<number | null>) => {
  const client = new SecretsManagerClient({ ...toClientPlace(place, 'secrets'), maxAttempts: 2 });
  return async (name) => {
    // The same right as reading it needs; the value itself goes no further.
    const { CreatedDate: since } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return since?.getTime() ?? null;
  };
};

import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretStore } from '../settings/secrets.ts';
import { type AwsPlace, toClientPlace } from './place.ts';

/** Secrets of AWS Secrets Manager, kept for five minutes. A secret that was changed is found sooner by reading it `fresh`. */
export const makeSecretsManager = (place?: AwsPlace): SecretStore => {
  const provider = new SecretsProvider({
    awsSdkV3Client: new SecretsManagerClient({
      ...toClientPlace(place, 'secrets'),
      maxAttempts: 2,
      requestHandler: { requestTimeout: 1_000, throwOnRequestTimeout: true },
    }),
  });
  return {
    read: async (name, how) => {
      const text = await provider.get(name, { maxAge: MAX_AGE_SECONDS, forceFetch: how === 'fresh' });
      if (typeof text !== 'string') throw new Error(`secret ${name} is not a text`);
      return text;
    },
  };
};

const MAX_AGE_SECONDS = 300;

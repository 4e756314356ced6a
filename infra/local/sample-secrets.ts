import type { SampleSettings } from './sample-settings.ts';

export interface Co3Credentials {
  readonly apiKey: string;
  readonly username: string;
  readonly password: string;
}

/** The texts of the secrets by name, for every account and shop of the settings. */
export const toSampleSecrets = (
  { accounts, shops }: SampleSettings,
  credentialsOf: (account: string) => Co3Credentials,
): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...accounts.map(({ id, secret }) => [secret, JSON.stringify(credentialsOf(id))]),
    ...shops.map(({ id, secret }) => [secret, JSON.stringify({ webhook: [toSampleKey(id)] })]),
  ]);

/** What a shop's webhooks are signed with here; of the form that Standard Webhooks asks for, which the others take as well. */
const toSampleKey = (shop: string): string =>
  `whsec_${Buffer.from(`the local webhook key of ${shop}`).toString('base64')}`;

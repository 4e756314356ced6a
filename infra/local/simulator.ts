import { PLAIN_DIALECT } from './co3/dialect.ts';
import { addSampleAccount, SAMPLE_ACCOUNT } from './co3/sample.ts';
import { startCo3Server } from './co3/server.ts';
import { makeCo3Simulator } from './co3/simulator.ts';
import type { Co3Credentials } from './sample-secrets.ts';
import type { SampleSettings } from './sample-settings.ts';
import type { LocalService } from './services.ts';

const USER = { username: 'bridge', password: 'sample-password' };

/** What signs in to the account in the simulator. Each has a key of its own: CO3 counts calls by it. */
export const toCredentials = (account: string): Co3Credentials => ({ apiKey: `sample-api-key-of-${account}`, ...USER });

/** The CO3 simulator on the machine's clock, with an account for each one of the settings. */
export const startSimulator = async (port: number, accounts: SampleSettings['accounts']): Promise<LocalService> => {
  const now = () => Date.now();
  const simulator = makeCo3Simulator({ now, seed: 1, dialect: { ...PLAIN_DIALECT, jitterMs: 100 } });
  for (const { id, currency } of accounts)
    addSampleAccount(
      simulator,
      {
        ...SAMPLE_ACCOUNT,
        name: id,
        apiKey: toCredentials(id).apiKey,
        currency,
        users: [{ ...USER, rights: 'all' }],
      },
      now(),
    );
  const { url, close } = await startCo3Server({ simulator, port });
  return { address: url, stop: close };
};

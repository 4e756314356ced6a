import { parseArgs } from 'node:util';
import { SABOTAGES, type Sabotage } from './sabotage.ts';

export interface RunOptions {
  readonly minutes: number;
  readonly accounts: number;
  readonly seed: number;
  readonly sabotage: Sabotage | null;
  readonly json: boolean;
  /** Whether docs/performance.md tells of it. */
  readonly write: boolean;
}

const WHOLE = { minutes: 30, accounts: 20 };

export const HELP = `npm run soak  (node test/soak/run.ts)

Sells orders and keeps goods in shops of ${WHOLE.accounts} CO3 accounts for ${WHOLE.minutes} minutes, through the whole bridge on this machine, while calls
to CO3 go wrong and every part is restarted; then compares what stands in CO3 with what the shops have told. Ends with 1 where
something is lost, double or growing. What it has seen stays in .local/soak.

  --minutes N     the whole soak, its last minutes for what is not settled (${WHOLE.minutes}); at least 2
  --accounts N    CO3 accounts, with two shops each (${WHOLE.accounts})
  --seed N        of the orders and of what goes wrong; printed, so that a run can be repeated
  --sabotage X    a deliberate fault, to see that it is found: ${SABOTAGES.join(', ')}
  --json          the result as JSON on standard output, instead of a table
  --write         writes the result into docs/performance.md; a soak of ${WHOLE.minutes} minutes and ${WHOLE.accounts} accounts always does
  --help
`;

/** Reads the command line. Throws where it says something that there is not. */
export const parseRunOptions = (args: readonly string[], anySeed: number): RunOptions | 'help' => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: String(WHOLE.minutes) },
      accounts: { type: 'string', default: String(WHOLE.accounts) },
      seed: { type: 'string', default: String(anySeed) },
      sabotage: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const sabotage = SABOTAGES.find((one) => one === values.sabotage) ?? null;
  if (values.sabotage !== undefined && sabotage === null)
    throw new Error(`no sabotage is called ${values.sabotage}; there are ${SABOTAGES.join(', ')}`);
  const minutes = readWhole('minutes', values.minutes, 2);
  const accounts = readWhole('accounts', values.accounts, 1);
  const isWhole = minutes >= WHOLE.minutes && accounts >= WHOLE.accounts && sabotage === null;
  return {
    minutes,
    accounts,
    seed: readWhole('seed', values.seed, 0),
    sabotage,
    json: values.json,
    write: values.write || isWhole,
  };
};

const readWhole = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`--${name} is a whole number of at least ${least}, not ${text}`);
  return value;
};

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { packSettingsFile } from '../../infra/pack-settings-file.ts';
import { type Bundle, bundleFunction, bundleSource, bundleSourceAsDeployed } from '../support/bundles.ts';
import { type AwsApart, startAwsApart } from './aws-apart.ts';
import { COLD_FUNCTIONS, type ColdFunction, toFloorSource } from './cold-functions.ts';
import { type Figure, toFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

/** Import and first call of each function's bundle in a new process, against a bundle of the SDK's bare clients; and what both weigh. */
export const coldStart: Measurement = {
  name: 'cold-start',
  figures: async function* ({ isShort }) {
    const folder = await mkdtemp(join(tmpdir(), 'co3-shop-bridge-'));
    const aws = await startAwsApart();
    const problem = await packSettingsFile('infra/local/shops.yml', settingsIn(folder));
    if (problem !== null) throw new Error(problem);
    try {
      for (const one of COLD_FUNCTIONS) yield* figuresOf(one, folder, aws, isShort);
    } finally {
      aws.stop();
      await rm(folder, { recursive: true });
    }
  },
};

async function* figuresOf(one: ColdFunction, folder: string, aws: AwsApart, isShort: boolean): AsyncGenerator<Figure> {
  const environment = { ...environmentOf(aws.endpoint), SETTINGS_FILE: settingsIn(folder) };
  const setUp = async (name: string, bundle: Bundle): Promise<Contestant> => {
    const own = await writeBundle(bundle, join(folder, one.name, name));
    return { kb: zipped(bundle), start: () => firstCall(own, one.event, environment), best: Number.POSITIVE_INFINITY };
  };
  const floorSource = toFloorSource(one);
  const floor = await setUp('floor', await bundleSource(floorSource));
  const alike = await setUp('alike', await bundleSourceAsDeployed(floorSource));
  const measured = await setUp('function', await bundleFunction(one.name));
  for (let round = 0; round < (isShort ? 3 : 20); round += 1)
    for (const each of [floor, alike, measured]) each.best = Math.min(each.best, await each.start());

  const times = { of: `${one.name}, import and first call`, unit: 'ms CPU', measured: measured.best / 1_000 };
  yield toFigure({ ...times, floor: floor.best / 1_000, bar: { most: 1.3 } });
  yield toFigure({
    ...{ ...times, of: `${times.of}, beside clients built alike` },
    ...{ floor: alike.best / 1_000, bar: null },
  });
  yield toFigure({ of: `${one.name}, in its zip`, unit: 'kB', measured: measured.kb, floor: floor.kb, bar: null });
}

interface Contestant {
  readonly kb: number;
  /** Its CPU time, in µs, in a process of its own. */
  readonly start: () => Promise<number>;
  best: number;
}

/** Answers the path of the bundle's own file. */
const writeBundle = async ({ own, files }: Bundle, folder: string): Promise<string> => {
  for (const [path, code] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), code);
  }
  return join(folder, own);
};

const zipped = ({ files }: Bundle): number =>
  [...files.values()].reduce((sum, code) => sum + deflateRawSync(code, { level: 9 }).byteLength, 0) / 1_024;

/** Of receive or deliver; the others answer nothing. */
type FirstAnswer = { readonly statusCode?: number; readonly batchItemFailures?: readonly unknown[] } | null;

const firstCall = async (bundle: string, event: unknown, env: Readonly<Record<string, string>>): Promise<number> => {
  const child = fork(join(import.meta.dirname, 'cold-call.ts'), [bundle, JSON.stringify(event)], {
    execArgv: [],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const messages: { readonly micros: number; readonly answer: FirstAnswer }[] = [];
  child.on('message', (message: (typeof messages)[number]) => messages.push(message));
  const [code] = await once(child, 'exit');
  const [{ micros, answer } = { micros: Number.NaN, answer: null }] = messages;
  if (code !== 0) throw new Error(`the function ended with ${code}`);
  if ((answer?.statusCode ?? 0) >= 300 || (answer?.batchItemFailures ?? []).length > 0)
    throw new Error(`the function answers ${JSON.stringify(answer)}`);
  return micros;
};

const settingsIn = (folder: string): string => join(folder, 'shops.json');

const environmentOf = (endpoint: string): Record<string, string> => ({
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL: endpoint,
  STAGE: 'bench',
  TABLE_NAME: 'ledger',
  EVENTS_QUEUE_URL: `${endpoint}/1/events`,
  DEAD_LETTERS_QUEUE_URL: `${endpoint}/1/dead-letters`,
  ALARM_TOPIC_ARN: 'arn:aws:sns:eu-central-1:1:alarms',
  CO3_BASE_URL: `${endpoint}/api/`,
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { makeAlarms } from '../lib/aws/alarms.ts';
import { makeDynamoDbClient } from '../lib/aws/dynamodb-client.ts';
import { makeDynamoDbLedger } from '../lib/aws/dynamodb-ledger.ts';
import { makeFigures } from '../lib/aws/figures.ts';
import { type LogDeps, makeLog } from '../lib/aws/log.ts';
import { makeAwsPorts } from '../lib/aws/ports.ts';
import { makeSecretsManager } from '../lib/aws/secrets-manager.ts';
import { makeSnsAlerts, makeSnsClient } from '../lib/aws/sns-alerts.ts';
import { IN_A_HURRY, makeSqsClient, PATIENT } from '../lib/aws/sqs-client.ts';
import { makeSqsDeadLetterQueue } from '../lib/aws/sqs-dead-letters.ts';
import { makeSqsEventQueue } from '../lib/aws/sqs-events.ts';
import { systemClock } from '../lib/aws/system-clock.ts';
import { makeCo3Client } from '../lib/co3/client.ts';
import { makeHttpsTransport } from '../lib/co3/transport.ts';
import type { DeliverDeps } from '../lib/deliver/deliver.ts';
import type { TickDeps } from '../lib/deliver/tick.ts';
import { IN_ENGLISH } from '../lib/event/in-english.ts';
import type { ReceiveDeps } from '../lib/receive/receive.ts';
import { unpackSettings } from '../lib/settings/packed-settings.ts';
import type { Settings } from '../lib/settings/settings.ts';
import { shopHttp } from '../lib/shops/shop-http.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export const wireReceive = (environment: Environment): ReceiveDeps => {
  const env = readEnvironment(toReceiveSchema(), environment);
  return {
    settings: readSettings(env.SETTINGS_FILE),
    secrets: makeSecretsManager(),
    events: makeSqsEventQueue({ client: makeSqsClient(IN_A_HURRY), queueUrl: env.EVENTS_QUEUE_URL }),
    clock: systemClock,
    log: makeLog(toLogDeps(env.STAGE, environment)),
    newTraceId: randomUUID,
  };
};

/** All but what would come into the bundles of the other functions from here. */
export const wireDeliver = (environment: Environment): Omit<DeliverDeps, 'loadPlatform'> => {
  const env = readEnvironment(toDeliverSchema(), environment);
  const ports = makeAwsPorts({
    table: env.TABLE_NAME,
    eventsUrl: env.EVENTS_QUEUE_URL,
    deadLettersUrl: env.DEAD_LETTERS_QUEUE_URL,
  });
  const log = makeLog(toLogDeps(env.STAGE, environment));
  return {
    ...ports,
    settings: readSettings(env.SETTINGS_FILE),
    co3: makeCo3Client({
      transport: makeHttpsTransport,
      clock: systemClock,
      random: Math.random,
      baseUrl: env.CO3_BASE_URL,
      secrets: ports.secrets,
    }),
    shopHttp,
    clock: systemClock,
    log,
    alarms: makeAlarms(env.STAGE, log),
    figures: makeFigures(env.STAGE),
    stage: env.STAGE,
    newId: randomUUID,
  };
};

export const wireTick = (environment: Environment): TickDeps => {
  const env = readEnvironment(toTickSchema(), environment);
  const settings = readSettings(env.SETTINGS_FILE);
  // One by one: the tick reads no secret, and what is not asked for is not bundled.
  const sqs = makeSqsClient(PATIENT);
  return {
    ledger: makeDynamoDbLedger({ client: makeDynamoDbClient(), table: env.TABLE_NAME }),
    events: makeSqsEventQueue({ client: sqs, queueUrl: env.EVENTS_QUEUE_URL }),
    deadLetters: makeSqsDeadLetterQueue({ client: sqs, queueUrl: env.DEAD_LETTERS_QUEUE_URL, waitSeconds: 1 }),
    alerts: makeSnsAlerts({ client: makeSnsClient(PATIENT), topicArn: env.ALARM_TOPIC_ARN }),
    figures: makeFigures(env.STAGE),
    stack: { stage: env.STAGE, region: regionOf(env.ALARM_TOPIC_ARN) },
    accounts: [...settings.accounts.keys()],
    keepBuyersDays: settings.keepBuyersDays,
    clock: systemClock,
    log: makeLog(toLogDeps(env.STAGE, environment)),
    newId: randomUUID,
  };
};

// Lambda changes it with each invocation.
const toLogDeps = (stage: string, environment: Environment): LogDeps => ({
  stage,
  tracingHeader: () => environment['_X_AMZN_TRACE_ID'],
});

const set = () => z.string().check(z.minLength(1));

/** What each function reads of its environment; serverless.yml sets exactly this. */
export const toReceiveSchema = () => z.object({ STAGE: set(), SETTINGS_FILE: set(), EVENTS_QUEUE_URL: set() });

const toLedgerSchema = () => z.extend(toReceiveSchema(), { TABLE_NAME: set(), DEAD_LETTERS_QUEUE_URL: set() });

export const toTickSchema = () =>
  z.extend(toLedgerSchema(), { ALARM_TOPIC_ARN: z.string().check(z.regex(/^arn:.+:sns:[^:]+:/)) });

export const toDeliverSchema = () => z.extend(toLedgerSchema(), { CO3_BASE_URL: set() });

/** The fourth part of an ARN. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

const readEnvironment = <T>(schema: z.ZodMiniType<T>, environment: Environment): T => {
  const parsed = schema.safeParse(environment, IN_ENGLISH);
  if (parsed.success) return parsed.data;
  throw new Error(`the environment is not as serverless.yml sets it:\n${z.prettifyError(parsed.error)}`);
};

/** As packaging has checked and packed them (infra/settings-plugin.ts). The path is taken from the working directory, which on Lambda is the root of the zip. */
const readSettings = (path: string): Settings => unpackSettings(readFileSync(path, 'utf8'));

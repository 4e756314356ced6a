import { type Addresses, writeAddresses } from './addresses.ts';
import { type CleanUp, makeCleanUp } from './clean-up.ts';
import { toEndpoints } from './endpoints.ts';
import { toEnvironments, toResources } from './environments.ts';
import { makeInvoke } from './invoke.ts';
import { type LocalFunctions, startFunctions } from './local-functions.ts';
import { toOfflineLine } from './offline-line.ts';
import type { StackOptions } from './options.ts';
import { packageTemplate } from './package-template.ts';
import type { LocalPoller, PollerDeps, PollerPlan } from './poller.ts';
import { probeStack } from './probe.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';
import { callScheduled } from './schedule.ts';
import { type ServiceDeps, startServices } from './services.ts';
import { readTemplate } from './template.ts';
import { createTopics, showMail } from './topics.ts';

/** What the stack is made of, but for the functions. */
export interface StackParts extends ServiceDeps {
  readonly startPoller: (plan: PollerPlan, deps: PollerDeps) => Promise<LocalPoller>;
}

export interface StackDeps extends StackParts {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Ends whatever runs, also while it starts. */
  readonly signal: AbortSignal;
}

export interface Stack {
  readonly addresses: Addresses;
  /** How the functions' process ended, which nobody asked it to unless the stack is stopped. */
  readonly ended: Promise<number | string>;
  readonly functions: LocalFunctions;
  stop(): Promise<void>;
}

/** Starts everything and answers when everything answers. Where it rejects, nothing is left behind. */
export const startStack = async (options: StackOptions, deps: StackDeps): Promise<Stack> => {
  const cleanUp = makeCleanUp(deps.complain);
  const ending = new AbortController();
  const stop = () => {
    ending.abort();
    return cleanUp.run();
  };
  try {
    const started = await start(options, { ...deps, signal: AbortSignal.any([deps.signal, ending.signal]) }, cleanUp);
    return { ...started, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
};

const start = async (options: StackOptions, deps: StackDeps, cleanUp: CleanUp): Promise<Omit<Stack, 'stop'>> => {
  const { root, stage, shopsFile } = options;
  const { say, complain, signal } = deps;
  const folder = await makeRunFolder(root);
  cleanUp.add(() => removeRunFolder(root, folder));

  say('packaging the service (serverless package) …');
  const packaging = packageTemplate({ root, folder, stage, shopsFile, signal });
  cleanUp.add(() => settled(packaging));
  const { co3, secrets, secretName, queues, tables } = await startServices(options, deps, cleanUp);
  const { template, region, stack, settingsFile } = await packaging;
  const plan = readTemplate(template, { region, stack, sqs: queues.address });
  const resources = toResources(plan);

  say('making the queues and the table from the packaged template …');
  await queues.create(plan.queues, region);
  const mail = { sqs: queues.address, region, signal };
  await createTopics(plan.topics, mail);
  await tables.create(plan.tables, region);

  say('starting the functions (serverless offline) …');
  let isReady = false;
  const services = {
    sqs: queues.address,
    sns: queues.address,
    dynamodb: tables.address,
    secretsmanager: secrets,
  };
  const co3BaseUrl = options.co3BaseUrl ?? `${co3}/api/`;
  const functions = await startFunctions({
    root,
    folder,
    stage,
    environments: toEnvironments(plan, {
      CO3_BASE_URL: co3BaseUrl,
      SETTINGS_FILE: settingsFile,
      ...(await toEndpoints(services, options.awsCallsFile, cleanUp)),
    }),
    onLine: (line, hasStarted) => {
      if (options.debug) return say(line);
      const shown = hasStarted ? toOfflineLine(line) : null;
      if (shown?.isProblem === true) complain(shown.text);
      // Until everything is ready the functions answer to our own probing.
      else if (shown !== null && isReady) say(shown.text);
    },
    signal,
  });
  cleanUp.add(() => settled(functions.ended));
  const addresses: Addresses = {
    pid: process.pid,
    webhooks: `${functions.http}/webhooks`,
    sqs: queues.address,
    dynamodb: tables.address,
    co3,
    co3BaseUrl,
    console: null,
    secrets,
    lambda: functions.lambda,
    region,
    ...resources,
    stage,
    shopsFile,
  };
  await probeStack({ addresses, secretName, isSimulator: options.co3BaseUrl === null });
  const clock = { invoke: makeInvoke(functions.lambda, signal), report: complain, signal };
  for (const name of plan.scheduled)
    if (!(await callScheduled(name, clock))) throw new Error(`the function ${name} failed at its first call`);
  const poller = await deps.startPoller(
    { sources: plan.eventSources, sqs: queues.address, lambda: functions.lambda, region },
    { report: complain, signal },
  );
  cleanUp.add(() => poller.stop());
  const showing = showMail({ ...mail, show: say, report: complain });
  cleanUp.add(() => showing);
  cleanUp.add(await writeAddresses(root, addresses));
  isReady = true;
  return { addresses, ended: functions.ended, functions };
};

const ignore = (): void => undefined;

const settled = (running: Promise<unknown>): Promise<void> => running.then(ignore, ignore);

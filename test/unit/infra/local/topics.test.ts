import { expect, it, onTestFinished } from 'vitest';
import { startQueues } from '../../../../infra/local/queues.ts';
import { createTopics, showMail, showMailOnce } from '../../../../infra/local/topics.ts';
import { makeSnsAlerts, makeSnsClient } from '../../../../lib/aws/sns-alerts.ts';
import { PATIENT } from '../../../../lib/aws/sqs-client.ts';

const REGION = 'eu-central-1';
const ALARMS = { name: 'alarms', arn: `arn:aws:sns:${REGION}:000000000000:alarms` };

it('shows what comes to a topic, once', async () => {
  const { deps, alerts, shown } = await startTopics();
  await alerts.tell({ subject: 'acme: the lane is held', text: 'Look:\n\n  npx bridge lane list --local\n' });
  await alerts.tell({ subject: 'second', text: 'text' });

  await showMailOnce(deps);
  await showMailOnce(deps);

  expect(shown).toStrictEqual([
    '✉  acme: the lane is held\n   Look:\n\n     npx bridge lane list --local',
    '✉  second\n   text',
  ]);
});

it('goes on when its server fails, says so, and ends with the signal', async () => {
  const { deps } = await startTopics();
  const ending = new AbortController();
  const reports: string[] = [];

  await showMail({
    ...deps,
    sqs: `${deps.sqs}/nowhere`,
    signal: ending.signal,
    report: (problem) => {
      reports.push(problem);
      ending.abort();
    },
  });

  expect(reports).toStrictEqual([expect.stringContaining('the mailbox of the alarms: ')]);
});

const startTopics = async () => {
  const queues = await startQueues(0);
  const client = makeSnsClient(PATIENT, {
    region: REGION,
    endpoint: queues.address,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(async () => {
    client.destroy();
    await queues.stop();
  });
  const shown: string[] = [];
  const deps = {
    sqs: queues.address,
    region: REGION,
    signal: new AbortController().signal,
    show: (text: string) => {
      shown.push(text);
    },
    report: (problem: string) => {
      throw new Error(problem);
    },
  };
  await createTopics([ALARMS], deps);
  return { deps, shown, alerts: makeSnsAlerts({ client, topicArn: ALARMS.arn }) };
};

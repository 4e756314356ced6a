import { callAws } from './aws-json.ts';
import { isTree, LOCAL_AWS_ACCOUNT } from './intrinsics.ts';
import type { LocalTopic } from './template.ts';
import { LONG_POLL_SECONDS, untilStopped } from './until-stopped.ts';

export interface TopicsDeps {
  /** The local server, which speaks SQS and SNS. */
  readonly sqs: string;
  readonly region: string;
  readonly signal: AbortSignal;
}

export interface ShowDeps extends TopicsDeps {
  readonly show: (text: string) => void;
  readonly report: (problem: string) => void;
}

/** Where the messages of all topics come to on this machine, in place of a mailbox. */
const MAILBOX = 'local-mailbox';

/** Makes the topics, each with the mailbox as its subscriber. */
export const createTopics = async (topics: readonly LocalTopic[], deps: TopicsDeps): Promise<void> => {
  await callAws(
    { service: 'sqs', address: deps.sqs, region: deps.region },
    'CreateQueue',
    { QueueName: MAILBOX },
    deps.signal,
  );
  const mailbox = `arn:aws:sqs:${deps.region}:${LOCAL_AWS_ACCOUNT}:${MAILBOX}`;
  for (const { name, arn } of topics) {
    await callSns('CreateTopic', { Name: name }, deps);
    await callSns('Subscribe', { TopicArn: arn, Protocol: 'sqs', Endpoint: mailbox }, deps);
  }
};

/** Shows what comes into the mailbox until the signal ends it. */
export const showMail = (deps: ShowDeps): Promise<void> =>
  untilStopped(
    deps.signal,
    () => showMailOnce(deps),
    (problem) => deps.report(`the mailbox of the alarms: ${String(problem)}`),
  );

/** Waits for messages, shows and deletes them. */
export const showMailOnce = async ({ sqs, region, signal, show }: ShowDeps): Promise<void> => {
  const endpoint = { service: 'sqs', address: sqs, region } as const;
  const QueueUrl = `${sqs}/${LOCAL_AWS_ACCOUNT}/${MAILBOX}`;
  const received = await callAws(endpoint, 'ReceiveMessage', { QueueUrl, WaitTimeSeconds: LONG_POLL_SECONDS }, signal);
  const { Messages: messages = [] } = received as { readonly Messages?: readonly Mail[] };
  for (const { Body: body, ReceiptHandle } of messages) {
    show(toMailText(body));
    await callAws(endpoint, 'DeleteMessage', { QueueUrl, ReceiptHandle }, signal);
  }
};

interface Mail {
  readonly Body: string;
  readonly ReceiptHandle: string;
}

/** SNS wraps what it delivers to a queue. */
const toMailText = (body: string): string => {
  const mail: unknown = JSON.parse(body);
  const { Subject: subject, Message: message } = isTree(mail) ? mail : {};
  const lines = String(message ?? '')
    .trimEnd()
    .split('\n');
  return [`✉  ${String(subject ?? '')}`, ...lines.map((line) => `   ${line}`.trimEnd())].join('\n');
};

/** SNS takes forms, not JSON. */
const callSns = async (
  action: string,
  input: Readonly<Record<string, string>>,
  { sqs, region, signal }: TopicsDeps,
): Promise<void> => {
  const response = await fetch(sqs, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/sns/aws4_request` },
    body: new URLSearchParams({ Action: action, Version: '2010-03-31', ...input }),
    signal,
  });
  if (!response.ok) throw new Error(`sns ${action} answered ${response.status}: ${await response.text()}`);
};

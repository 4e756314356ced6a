import type { IncomingHttpHeaders } from 'node:http';
import { isTree } from './intrinsics.ts';

/** One call of AWS, as far as a role may allow it or not. */
export interface AwsCall {
  /** Whose access key it bears; here that is the function's name. */
  readonly by: string;
  readonly service: string;
  readonly action: string;
  /** The queue's URL, the table with its index, the secret's name, or the topic's ARN. */
  readonly on: string;
}

/** Reads a call out of its request. Throws where it names nothing that it is about. */
export const readAwsCall = (headers: IncomingHttpHeaders, body: string): AwsCall => {
  const [, by = '', service = ''] = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  // SNS takes forms, the others JSON.
  const target = headers['x-amz-target'];
  const input = target === undefined ? Object.fromEntries(new URLSearchParams(body)) : toTree(body);
  const action = target === undefined ? String(input['Action']) : (String(target).split('.').at(-1) ?? '');
  const { IndexName: index } = input;
  const subject = SUBJECTS.flatMap((name) => input[name] ?? [])[0];
  if (typeof subject !== 'string') throw new Error(`${service} ${action} names nothing that it is about`);
  return { by, service, action, on: index === undefined ? subject : `${subject}/index/${index}` };
};

const SUBJECTS = ['QueueUrl', 'TableName', 'SecretId', 'TopicArn'];

const toTree = (body: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(body);
  return isTree(value) ? value : {};
};

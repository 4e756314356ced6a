import { isTree } from './intrinsics.ts';

export type Invocation =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly problem: string };

export type Invoke = (functionName: string, event: unknown) => Promise<Invocation>;

/** Calls a function as the AWS SDK would, at an address that speaks Lambda's protocol. */
export const makeInvoke =
  (address: string, signal: AbortSignal): Invoke =>
  async (functionName, event) => {
    const response = await fetch(`${address}/2015-03-31/functions/${functionName}/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': 'RequestResponse' },
      body: JSON.stringify(event),
      signal,
    });
    const body = await response.text();
    const answer: unknown = body === '' ? undefined : JSON.parse(body);
    const hasFailed = !response.ok || response.headers.get('x-amz-function-error') !== null;
    return hasFailed ? { ok: false, problem: toProblem(answer) } : { ok: true, answer };
  };

const toProblem = (answer: unknown): string =>
  isTree(answer) && typeof answer['errorMessage'] === 'string' ? answer['errorMessage'] : JSON.stringify(answer);

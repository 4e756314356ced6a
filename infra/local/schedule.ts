import type { Invoke } from './invoke.ts';

export interface ScheduleDeps {
  readonly invoke: Invoke;
  readonly report: (problem: string) => void;
  readonly signal: AbortSignal;
}

/** One call as EventBridge makes it; whether it went well. The calls of every minute are serverless-offline's. */
export const callScheduled = async (
  functionName: string,
  { invoke, report, signal }: ScheduleDeps,
): Promise<boolean> => {
  try {
    const invocation = await invoke(functionName, {
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      detail: {},
    });
    if (!invocation.ok) report(`${functionName} failed: ${invocation.problem}`);
    return invocation.ok;
  } catch (problem) {
    if (!signal.aborted) report(`${functionName}: ${String(problem)}`);
    return false;
  }
};

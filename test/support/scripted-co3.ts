import type { ClosableTransport, TransportAnswer, TransportRequest } from '../../lib/co3/transport.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What CO3 does with one request, after `latencyMs` on the virtual clock. */
export type Scripted = TransportAnswer & { readonly latencyMs?: number };

export interface LoggedRequest extends TransportRequest {
  readonly method: string;
  readonly at: number;
}

export interface ScriptedCo3 {
  /** Goes into the client as its `transport`. */
  readonly transport: () => ClosableTransport;
  readonly requests: readonly LoggedRequest[];
  readonly methods: () => readonly string[];
  readonly closed: () => number;
}

/** A transport that answers from a script and throws where that runs out. */
export const scriptedCo3 = (clock: VirtualClock, script: readonly Scripted[]): ScriptedCo3 => {
  const left = [...script];
  const requests: LoggedRequest[] = [];
  let closed = 0;
  const post = async (request: TransportRequest): Promise<TransportAnswer> => {
    const method = /<command><(\w+)>/.exec(request.body)?.[1] ?? '?';
    requests.push({ ...request, method, at: clock.now() });
    const next = left.shift();
    if (next === undefined) throw new Error(`the script has no answer for request ${requests.length}, ${method}`);
    const { latencyMs, ...answer } = next;
    clock.advance(latencyMs ?? 0);
    return answer;
  };
  const close = (): void => {
    closed += 1;
  };
  return {
    transport: () => Object.assign(post, { close }),
    requests,
    methods: () => requests.map(({ method }) => method),
    closed: () => closed,
  };
};

const response = (inner: string): string => `<?xml version="1.0" encoding="utf-8"?><response>${inner}</response>`;

export const answered = (inner: string, status = 200): Scripted => ({
  kind: 'answered',
  status,
  body: response(inner),
});

export const signedIn = (key: string): Scripted => answered(`<session_key>${key}</session_key>`);

export const refused = (code: number, text = `error ${code}`): Scripted =>
  answered(`<error><code>${code}</code><description><![CDATA[${text}]]></description></error>`);

export const noAnswer: Scripted = { kind: 'no-answer', cause: new Error('reset') };

export const neverLeft: Scripted = { kind: 'never-left', cause: new Error('refused') };

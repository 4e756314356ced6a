import type { Co3Simulator } from '../../infra/local/co3/simulator.ts';
import { toBodyText } from '../../lib/co3/body-text.ts';
import type { ClosableTransport, TransportAnswer, TransportRequest } from '../../lib/co3/transport.ts';
import type { Clock } from '../../lib/event/time.ts';

/** The simulator without sockets: the client's transport on a virtual clock, where nothing is waited for. */
export const makeSimulatorTransport = (
  simulator: Co3Simulator,
  clock: Clock,
  address = '192.0.2.1',
): ClosableTransport => {
  const post = async ({ url, body, timeoutMs }: TransportRequest): Promise<TransportAnswer> => {
    if (simulator.outage === 'unreachable') return { kind: 'never-left', cause: new Error('connection refused') };
    const { pathname, protocol } = new URL(url);
    const reply = simulator.handle({ method: 'POST', path: pathname, secure: protocol === 'https:', address, body });
    if (reply.kind === 'hang' || reply.delayMs > timeoutMs) {
      await clock.sleep(timeoutMs);
      return { kind: 'no-answer', cause: new Error(`no answer within ${timeoutMs} ms`) };
    }
    await clock.sleep(reply.delayMs);
    if (reply.kind === 'cut') return { kind: 'no-answer', cause: new Error('socket hang up') };
    return { kind: 'answered', status: reply.status, body: toBodyText(Buffer.from(reply.body)) };
  };
  return Object.assign(post, { close: () => undefined });
};

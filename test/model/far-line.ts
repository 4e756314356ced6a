import type { Co3Simulator } from '../../infra/local/co3/simulator-types.ts';
import type { TransportAnswer, TransportRequest } from '../../lib/co3/transport.ts';
import { makeSimulatorTransport } from '../support/co3-transport.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Watch } from './watch.ts';
import type { Worker } from './worker.ts';

export interface LineDeps {
  readonly co3: Co3Simulator;
  readonly time: VirtualTime;
  readonly watch: Watch;
  readonly lies: readonly number[];
}

/** CO3's line, with somebody who watches what arrives there and what comes of it. */
export const makeFarLine = ({ co3, time, watch, lies }: LineDeps) => {
  const post = makeSimulatorTransport(co3, time);
  let saved = 0;
  const tell = (request: string, answer: TransportAnswer): TransportAnswer => {
    if (answer.kind !== 'answered' || !SAVES.test(request) || answer.body.includes('<error>')) return answer;
    saved += 1;
    return lies.includes(saved) ? { ...answer, body: DATABASE_ERROR } : answer;
  };
  return ({ isAlive }: Pick<Worker, 'isAlive'>) =>
    async (request: TransportRequest): Promise<TransportAnswer> => {
      if (co3.outage === 'unreachable') return post(request);
      watch.look();
      const leaves = watch.arrives(request.body);
      const answered = post(request);
      watch.look();
      const answer = tell(request.body, await answered);
      leaves(answer, isAlive());
      return answer;
    };
};

const SAVES = /<command>\s*<(setInvoice|setInvoiceBalance)>/;

const DATABASE_ERROR =
  '<?xml version="1.0" encoding="utf-8"?><response><error><code>202</code><description>Database query error</description></error></response>';

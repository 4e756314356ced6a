import type { ClosableTransport, TransportAnswer, TransportRequest } from '../../lib/co3/transport.ts';
import type { Clock } from '../../lib/event/time.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What meets a call of a port: how long it takes up to its effect and from there, and what else goes wrong with it. */
export interface Meeting {
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly upset: { readonly when: 'before' | 'after'; readonly kind: 'kill' | 'fail' } | null;
}

/** One invocation of a function. After its end, by whatever cause, none of its calls has an effect or an answer. */
export interface Worker {
  readonly clock: Clock;
  isAlive(): boolean;
  /** The port as this worker sees it. */
  port<P extends object>(name: string, port: P): P;
  transport(post: (request: TransportRequest) => Promise<TransportAnswer>): ClosableTransport;
  /** Runs the function; answers `stopped` where the worker was killed or its time was up. */
  run<T>(work: () => Promise<T>): Promise<T | 'stopped'>;
}

export interface WorkerDeps {
  readonly time: VirtualTime;
  /** When the function is stopped, in ms. */
  readonly deadline: number;
  readonly meet: (port: string) => Meeting;
}

export const makeWorker = ({ time, deadline, meet }: WorkerDeps): Worker => {
  let isDead = false;
  let die = (): void => undefined;
  const death = new Promise<'stopped'>((resolve) => {
    die = () => {
      isDead = true;
      resolve('stopped');
    };
  });
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
  const kill = <T>(): Promise<T> => {
    die();
    return never();
  };
  const aliveAfter = async (ms: number): Promise<boolean> => {
    if (ms > 0) await time.sleep(ms);
    return !isDead;
  };
  /** `canFail`: the port may reject; a clock and CO3's line never do. */
  const call = async <T>(name: string, effect: () => Promise<T>, canFail: boolean): Promise<T> => {
    if (isDead) return never();
    const { beforeMs, afterMs, upset } = meet(name);
    const isUpset = (when: 'before' | 'after', kind: 'kill' | 'fail'): boolean =>
      upset?.when === when && upset.kind === kind;
    const isAlive = await aliveAfter(beforeMs);
    if (isAlive && isUpset('before', 'kill')) return kill();
    // What is under way to a table or a queue gets there without its sender.
    if (!isAlive && !canFail) return never();
    if (isUpset('before', 'fail') && canFail) throw new Error('out of reach');
    const result = await effect();
    if (!(await aliveAfter(afterMs))) return never();
    if (isUpset('after', 'kill')) return kill();
    if (isUpset('after', 'fail') && canFail) throw new Error('the answer was lost');
    return result;
  };
  return {
    isAlive: () => !isDead,
    clock: { now: () => time.now(), sleep: (ms) => call('clock', () => time.sleep(Math.max(0, ms)), false) },
    port: (name, port) =>
      new Proxy(port, {
        get: (target, property) => {
          const method: unknown = Reflect.get(target, property);
          return typeof method === 'function'
            ? (...given: unknown[]) =>
                call(`${name}.${String(property)}`, async () => Reflect.apply(method, target, given), true)
            : method;
        },
      }),
    transport: (post) =>
      Object.assign((request: TransportRequest) => call('co3', () => post(request), false), { close: () => undefined }),
    run: async (work) => {
      time.at(deadline, die);
      return Promise.race([work(), death]);
    },
  };
};

import type { ClosableTransport } from '../../lib/co3/transport.ts';
import { answered, type Scripted, signedIn } from './scripted-co3.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A far side that decides at each request what to answer. Without a word from the test it makes whatever it is asked for. */
export interface ProgrammedCo3 {
  readonly calls: readonly { readonly method: string; readonly at: number; readonly body: string }[];
  readonly methods: () => readonly string[];
  readonly transport: (clock: VirtualClock) => () => ClosableTransport;
}

type Program = (method: string, body: string) => Scripted | undefined;

export const programmedCo3 = (program: Program = () => undefined): ProgrammedCo3 => {
  const calls: { method: string; at: number; body: string }[] = [];
  return {
    calls,
    methods: () => calls.map(({ method }) => method),
    transport: (clock) => () =>
      Object.assign(
        async ({ body }: { body: string }) => {
          const method = /<command><(\w+)>/.exec(body)?.[1] ?? '?';
          calls.push({ method, at: clock.now(), body });
          const { latencyMs, ...answer } = program(method, body) ?? obliging(method, calls.length);
          clock.advance(latencyMs ?? 20);
          return answer;
        },
        { close: () => undefined },
      ),
  };
};

const obliging = (method: string, id: number): Scripted => {
  switch (method) {
    case 'authenticate':
      return signedIn(`session-${id}`);
    case 'setContact':
      return answered(`<result>OK</result><contact_id>${id}</contact_id>`);
    case 'setInvoice':
      return answered(`<result>OK</result><invoice_id>${id}</invoice_id>`);
    default:
      return answered('<items></items>');
  }
};

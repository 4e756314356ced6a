import type { ClosableTransport, TransportAnswer } from '../../lib/co3/transport.ts';
import { answered, noAnswer, signedIn } from '../support/scripted-co3.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import type { WorldOptions } from '../support/world.ts';

const TIMEOUT_MS = 20_000;

/** A CO3 that makes whatever it is asked for and remembers nothing; `isSilent` says of a request that it never gets an answer. */
export const obligingCo3 =
  (isSilent: (body: string) => boolean = () => false): WorldOptions['transport'] =>
  (clock: VirtualClock) => {
    let ids = 0;
    const post = async ({ body }: { readonly body: string }): Promise<TransportAnswer> => {
      if (isSilent(body)) {
        clock.advance(TIMEOUT_MS);
        return noAnswer;
      }
      ids += 1;
      return answerTo(/<command><(\w+)>/.exec(body)?.[1] ?? '', ids);
    };
    return (): ClosableTransport => Object.assign(post, { close: () => undefined });
  };

const answerTo = (method: string, id: number): TransportAnswer => {
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

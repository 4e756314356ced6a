import type { Co3Simulator } from '../../infra/local/co3/simulator-types.ts';
import type { CorrectDeps } from '../../lib/dead-letters/correct.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import type { Ledger } from '../../lib/deliver/ports.ts';
import type { EventQueue } from '../../lib/event/message.ts';
import type { Clock } from '../../lib/event/time.ts';
import { toEventQueue } from '../support/memory-queues.ts';
import { markerOf, orderOf } from './documents.ts';
import type { Plant } from './plant.ts';
import { makeWorker, type Worker } from './worker.ts';

/** What a person's program reaches. */
export interface DeskDeps extends CorrectDeps {
  readonly ledger: Ledger;
  readonly events: EventQueue;
  readonly clock: Clock;
}

/** A person's wish of an order: a correction, or the release of a total. */
export const askedFor = (order: string, what: string, value: string): string => JSON.stringify([order, what, value]);

/** A person's program, which may break off as a worker does. */
export interface Desk {
  readonly worker: Worker;
  readonly deps: DeskDeps;
}

export const makeDesks =
  ({
    time,
    upsets,
    table,
    events,
    settings,
    newId,
  }: Pick<Plant, 'time' | 'upsets' | 'table' | 'events' | 'settings' | 'newId'>) =>
  (): Desk => {
    const worker = makeWorker({ time, deadline: time.now() + SITTING_MS, meet: upsets.meet });
    const ledger = worker.port('desk.ledger', table.ledger);
    const queue = worker.port('desk.events', toEventQueue(events));
    return { worker, deps: { ledger, events: queue, clock: worker.clock, settings, stage: 'test', newId } };
  };

const SITTING_MS = 10 * 60_000;

/** The order of which a person sends again what CO3 has at that moment, where the letter says so last. */
export const carelesslySentAgain = ({ letter, work }: LetterRecord, co3: Co3Simulator): string | undefined => {
  const last = letter.history.at(-1);
  if (last?.action !== 'sent-again' || work === null) return undefined;
  const invoices = [...co3.accounts.values()].flatMap((account) => account.invoices.all());
  const isThere = invoices.some((one) => {
    const marker = markerOf(one);
    return orderOf(marker) === work.key && marker.endsWith(`/${last.why}`);
  });
  return isThere ? work.key : undefined;
};

import type { Hono } from 'hono';
import type { Co3Client } from '../co3/client.ts';
import type { Ledger } from '../deliver/ports.ts';
import type { EventQueue } from '../event/message.ts';
import type { Clock } from '../event/time.ts';
import type { Settings } from '../settings/settings.ts';
import type { Session } from './security/door.ts';
import type { View } from './view.ts';

/** The stack that the desk works on, and who works. */
export interface DeskDeps {
  readonly ledger: Ledger;
  readonly events: EventQueue;
  readonly co3: Co3Client;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly settings: Settings;
  /** As documents' markers name it. */
  readonly stage: string;
  /** Which stack it is, for people: `local`, `prod`. */
  readonly place: string;
  /** Who asks, as histories name them. */
  readonly by: string;
}

/** What a request carries on its way through the desk. */
export interface ConsoleEnv {
  Variables: { session: Session; view: View };
}

/** Adds the addresses of one part of the desk. */
export type AddRoutes = (app: Hono<ConsoleEnv>, deps: DeskDeps) => void;

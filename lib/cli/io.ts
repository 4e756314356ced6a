import type { Co3Client } from '../co3/client.ts';
import type { Ledger, StackLook } from '../deliver/ports.ts';
import type { EventQueue } from '../event/message.ts';
import type { Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';
import type { SecretStore } from '../settings/secrets.ts';
import type { ShopHttp } from '../shops/shop-http.ts';
import type { Failure } from './outcome.ts';

/** A stream that text is written to. */
export interface Sink {
  write(text: string): void;
  readonly isTTY: boolean;
  /** The terminal's width; undefined where there is none, and nothing is wrapped. */
  readonly columns: number | undefined;
}

/** Which of the bridge's stacks a command speaks to. */
export type Where =
  | { readonly kind: 'local' }
  | { readonly kind: 'aws'; readonly stage: string; readonly region: string };

/** A running stack, as far as commands need it. */
export interface Place {
  /** Where shops post to (`…/webhooks`); null where only the person knows. */
  readonly webhooks: string | null;
  /** The settings that the stack runs with; null where those of the repository are meant. */
  readonly shopsFile: string | null;
  readonly secrets: SecretStore;
  /** Since when a secret has the value that it has, in ms; null where nobody knows. */
  readonly secretSince: (name: string) => Promise<number | null>;
  readonly open: () => Promise<Ports>;
}

export interface Ports {
  readonly ledger: Ledger;
  readonly events: EventQueue;
  readonly co3: Co3Client;
  readonly shopHttp: ShopHttp;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly look: StackLook;
  /** How far CO3's clock is ahead of this machine's, in ms; null before a call was answered. */
  readonly co3AheadMs: () => number | null;
}

export interface Posted {
  readonly status: number;
  readonly body: string;
}

/** All that a command sees of the world. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: () => Promise<Uint8Array>;
  /** The line that the person types in answer; empty where nobody can. */
  readonly ask: (question: string) => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where file names begin. */
  readonly cwd: string;
  /** The project's folder: the default settings and the local stack's addresses stand there. */
  readonly root: string;
  readonly now: () => number;
  readonly place: (where: Where) => Promise<Result<Place, Failure>>;
  /** Until the person (or the system) asks the program to end. */
  readonly untilStopped: () => Promise<void>;
  /** Shows a page in the person's browser, where there is one. */
  readonly browse: (url: string) => void;
  readonly post: (url: string, headers: Readonly<Record<string, string>>, body: Uint8Array) => Promise<Posted>;
}

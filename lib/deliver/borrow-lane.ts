import type { Co3Client, Co3Connection } from '../co3/client.ts';
import type { Co3Error } from '../co3/codes.ts';
import type { Co3Command } from '../co3/command.ts';
import type { XmlElement } from '../co3/xml.ts';
import type { EventQueue } from '../event/message.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';
import type { AccountSettings } from '../settings/settings.ts';
import { decide, MAX_TRIES } from './decide.ts';
import { acquireLane, type Lane, LeaseLost } from './lane.ts';
import type { Hold } from './lane-records.ts';
import { ADDRESS_LANE, isHeld } from './lane-state.ts';
import { readNextDue } from './next-due.ts';
import type { Writer } from './update-record.ts';
import { whyFailed } from './why-failed.ts';
import { whyNotLent } from './why-not-lent.ts';

export interface BorrowDeps extends Writer {
  readonly clock: Clock;
  readonly co3: Co3Client;
  readonly events: EventQueue;
  /** Hears what is being waited for. */
  readonly say: (text: string) => void;
}

/** As `ReadOutcome`, with words for the person at the terminal. */
export type BorrowedRead =
  | { readonly kind: 'data'; readonly root: XmlElement }
  | { readonly kind: 'refused'; readonly error: Co3Error | null }
  | { readonly kind: 'failed'; readonly why: string };

/** `failed`: nothing was done. `unknown`: nobody can say whether it was. */
export type BorrowedWrite =
  | { readonly kind: 'done'; readonly id: string | null }
  | { readonly kind: 'refused'; readonly error: Co3Error }
  | { readonly kind: 'failed' | 'unknown'; readonly why: string };

/** An account's lane, in turns with its workers. */
export interface BorrowedLane {
  /** Makes a call that only reads. Waits for the lane and keeps CO3's pace; nothing that fails here holds the lane. */
  read(command: Co3Command): Promise<BorrowedRead>;
  /** Makes a call that writes, once: whatever becomes of it, it is not repeated here, and the lane is not held for it. */
  write(command: Co3Command): Promise<BorrowedWrite>;
  /** Does something short while no worker is at the account. The problem says why the lane cannot be had. */
  alone<T>(act: (lane: Lane) => Promise<T>): Promise<Result<T, string>>;
}

/**
 * Lends the account's lane to a command. It is taken for less than a minute at a time and given back with the session and the pace; due
 * work goes on in between.
 */
export const borrowLane = async <T>(
  deps: BorrowDeps,
  account: AccountSettings,
  work: (lane: BorrowedLane) => Promise<T>,
): Promise<T> => {
  const turns = new Turns(deps, account);
  try {
    return await work(turns);
  } finally {
    await turns.giveBack();
  }
};

/** Calls of one turn begin within this time; the last may take twenty seconds. */
const TURN_MS = 18_000;
const CALL_MS = 20_000;
/** So much may a person's clock differ from the workers'. */
const SKEW_MS = 20_000;
const POLL_MS = 500;
/** A worker that was rung for takes the lane within this time. */
const WORKER_COMES_MS = 3_000;
/** Pauses before a reading call without an answer is made again. */
const AGAIN_AFTER_MS = [5_000, 20_000];

interface Turn {
  readonly lane: Lane;
  readonly co3: Co3Connection;
  readonly lastCallAt: number;
}

class Turns implements BorrowedLane {
  readonly #deps: BorrowDeps;
  readonly #account: AccountSettings;
  #turn: Turn | null = null;
  #notBefore = 0;

  constructor(deps: BorrowDeps, account: AccountSettings) {
    this.#deps = deps;
    this.#account = account;
  }

  async read(command: Co3Command): Promise<BorrowedRead> {
    const { clock, say } = this.#deps;
    for (let tries = 0; ; ) {
      const turn = await this.#take();
      if (!turn.ok) return { kind: 'failed', why: turn.problem };
      const answer = await turn.value.co3.call(command);
      if (answer.kind === 'data') return answer;
      if (answer.kind === 'acknowledged') return { kind: 'refused', error: null };
      if (answer.kind === 'no-time') {
        await this.giveBack();
        continue;
      }
      const decision = decide(answer, { isDocument: false, tries: 0, remade: true });
      if (decision.kind === 'letter') return { kind: 'refused', error: decision.error };
      const why = whyFailed(answer);
      const pauseMs = AGAIN_AFTER_MS[tries];
      // One thing that CO3 fails at is no reason to give up all the others.
      if (decision.kind === 'again' && pauseMs === undefined) return { kind: 'refused', error: decision.error };
      if (decision.kind === 'hold' || pauseMs === undefined) return { kind: 'failed', why };
      tries += 1;
      say(`${why} Once more in ${pauseMs / 1_000} s.`);
      await this.giveBack();
      await clock.sleep(pauseMs);
    }
  }

  async write(command: Co3Command): Promise<BorrowedWrite> {
    for (;;) {
      const turn = await this.#take();
      if (!turn.ok) return { kind: 'failed', why: turn.problem };
      const answer = await turn.value.co3.call(command);
      if (answer.kind === 'acknowledged') return { kind: 'done', id: answer.id };
      if (answer.kind === 'data') return { kind: 'unknown', why: 'CO3 does not say that it was done.' };
      if (answer.kind === 'no-time') {
        // It has not left: the next turn has time for it.
        await this.giveBack();
        continue;
      }
      const decision = decide(answer, { isDocument: true, tries: MAX_TRIES, remade: true });
      if ('error' in decision) return { kind: 'refused', error: decision.error };
      return { kind: decision.kind === 'never-left' ? 'failed' : 'unknown', why: whyFailed(answer) };
    }
  }

  async alone<T>(act: (lane: Lane) => Promise<T>): Promise<Result<T, string>> {
    const turn = await this.#take();
    return turn.ok ? ok(await act(turn.value.lane)) : turn;
  }

  async giveBack(): Promise<void> {
    if (this.#turn === null) return;
    const { lane, co3 } = this.#turn;
    this.#turn = null;
    co3.close();
    try {
      await lane.change((state) => ({ ...state, ...co3.memory(), lease: null }));
    } catch (cause) {
      // This machine slept for longer than the lease.
      if (!(cause instanceof LeaseLost)) throw cause;
    }
    await this.#letWorkGoOn(lane.state().hold);
  }

  async #letWorkGoOn(hold: Hold | null): Promise<void> {
    const { ledger, clock, events } = this.#deps;
    const account = this.#account.id;
    if (isHeld({ hold }, clock.now()) || (await readNextDue(ledger, account, clock.now())).length === 0) return;
    await events.send({ kind: 'bell', account });
    this.#notBefore = clock.now() + WORKER_COMES_MS;
  }

  async #take(): Promise<Result<Turn, string>> {
    const { clock, ledger, co3, say } = this.#deps;
    if (this.#turn !== null && clock.now() <= this.#turn.lastCallAt) return ok(this.#turn);
    await this.giveBack();
    if (clock.now() < this.#notBefore) await clock.sleep(this.#notBefore - clock.now());
    for (let isWaiting = false; ; isWaiting = true) {
      const now = clock.now();
      const why = whyNotLent(ADDRESS_LANE, await ledger.read('lane', ADDRESS_LANE));
      if (why !== undefined) return fail(why);
      const leaseUntil = now + TURN_MS + CALL_MS + SKEW_MS;
      const lane = await acquireLane({ ...this.#deps, alarms: NOBODY }, this.#account.id, now - SKEW_MS, leaseUntil);
      if (lane === undefined) {
        if (!isWaiting) say(`A worker is at the account ${this.#account.id}; waiting for it.`);
        await clock.sleep(POLL_MS);
        continue;
      }
      const held = whyNotLent(this.#account.id, lane.state());
      if (held !== undefined) {
        await lane.change((state) => ({ ...state, lease: null }));
        return fail(held);
      }
      const lastCallAt = now + TURN_MS;
      // A command tells a person what it does; it keeps no log.
      const unheard = (): void => undefined;
      this.#turn = { lane, co3: co3.open(this.#account, lane.state(), lastCallAt, unheard), lastCallAt };
      return ok(this.#turn);
    }
  }
}

// Nothing done here holds a lane.
const NOBODY = { raise: () => undefined };

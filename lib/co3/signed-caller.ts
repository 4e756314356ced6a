import { fail, ok, type Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';
import type { AccountSecret } from '../settings/secrets.ts';
import type { Co3Answer, Co3Failure } from './answer-types.ts';
import type { Co3Error } from './codes.ts';
import type { Co3Command } from './command.ts';
import type { Contract } from './contract.ts';
import { cureFor } from './cure.ts';
import { pauseAfterBusy } from './pace.ts';
import type { PacedSender } from './paced-sender.ts';
import { isFresh, readSessionKey, type Session, toSignIn } from './session.ts';

export interface SignedCallerDeps {
  readonly sender: PacedSender;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly contract: Contract;
  /** Rejects where the secret cannot be read. */
  readonly readSecret: (how: 'cached' | 'fresh') => Promise<AccountSecret>;
}

// How often a call may be repeated for each cure.
const REPEATS = { renew: 1, reread: 1, wait: 5 };

/** Makes a call with all the signing in and repeating that concern no order. Guards the session. */
export class SignedCaller {
  readonly #deps: SignedCallerDeps;
  #session: Session | null;
  #secret: AccountSecret | null = null;
  #isCalling = false;

  constructor(deps: SignedCallerDeps, session: Session | null) {
    this.#deps = deps;
    this.#session = session;
  }

  get session(): Session | null {
    return this.#session;
  }

  async call(command: Co3Command): Promise<Co3Answer> {
    if (this.#isCalling) throw new Error('a CO3 connection makes one call at a time');
    this.#isCalling = true;
    try {
      return await this.#callUntilDecided(command);
    } finally {
      this.#isCalling = false;
    }
  }

  async #callUntilDecided(command: Co3Command): Promise<Co3Answer> {
    const { clock, random } = this.#deps;
    const used = { renew: 0, reread: 0, wait: 0 };
    let notBefore = clock.now();
    let busy: Co3Answer | null = null;
    for (;;) {
      const answer = await this.#callOnce(command, notBefore);
      // With no time for the next repeat, being too busy is the answer: a slow CO3 would be knocked at for ever.
      if (answer.kind === 'no-time' && busy !== null) return busy;
      const cure = answer.kind === 'refused' ? cureFor(answer.errors) : null;
      if (cure === null) return answer;
      if (cure !== 'wait') this.#session = null;
      if (used[cure] === REPEATS[cure]) return answer;
      used[cure] += 1;
      if (cure === 'wait') busy = answer;
      if (cure === 'wait') notBefore = clock.now() + pauseAfterBusy(used.wait, random());
      if (cure === 'reread' && !(await this.#readSecret('fresh')).ok) return answer;
    }
  }

  async #callOnce(command: Co3Command, notBefore: number): Promise<Co3Answer> {
    const secret = this.#secret === null ? await this.#readSecret('cached') : ok(this.#secret);
    if (!secret.ok) return secret.problem;
    const session = await this.#freshSession(secret.value, notBefore);
    if (!session.ok) return session.problem;
    const keys = { apiKey: secret.value.apiKey, sessionKey: session.value.key };
    return this.#deps.sender.send(command, keys, notBefore);
  }

  async #freshSession(secret: AccountSecret, notBefore: number): Promise<Result<Session, Co3Answer>> {
    const { clock, contract, sender } = this.#deps;
    const since = clock.now();
    if (this.#session !== null && isFresh(this.#session, since)) return ok(this.#session);
    const keys = { apiKey: secret.apiKey, sessionKey: null };
    const answer = await sender.send(toSignIn(secret, contract), keys, notBefore);
    // Whatever became of the sign-in, the call itself was not made.
    if (answer.kind === 'no-answer') return fail(neverLeft('the sign-in got no answer', answer.cause));
    if (answer.kind === 'unreadable') return fail(neverLeft(`the sign-in's answer cannot be read: ${answer.why}`));
    if (answer.kind === 'refused' && !concernsAccount(answer.errors)) return fail(neverLeft('the sign-in was refused'));
    if (answer.kind !== 'data') return fail(answer);
    const key = readSessionKey(answer.root, contract);
    if (!key.ok) return fail(neverLeft(key.problem));
    this.#session = { key: key.value, since };
    return ok(this.#session);
  }

  async #readSecret(how: 'cached' | 'fresh'): Promise<Result<AccountSecret, Co3Answer>> {
    try {
      this.#secret = await this.#deps.readSecret(how);
      return ok(this.#secret);
    } catch (cause) {
      return fail(neverLeft('the secret of the account cannot be read', cause));
    }
  }
}

// What stops the account, or has a cure; any other refusal of the sign-in says nothing of the call that was to follow.
const concernsAccount = (errors: readonly Co3Error[]): boolean =>
  errors.some(({ scope }) => scope === 'lane') || cureFor(errors) !== null;

const neverLeft = (why: string, cause?: unknown): Co3Failure => ({
  kind: 'never-left',
  cause: new Error(why, { cause }),
});

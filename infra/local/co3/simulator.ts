import { type Account, makeAccount } from './account.ts';
import type { Outcome } from './call.ts';
import { makeCallLog, toRecord } from './call-log.ts';
import { refuse } from './codes.ts';
import { readCommand } from './command.ts';
import { type Dialect, pickDialect } from './dialect.ts';
import { makeFaults } from './faults.ts';
import { makeLateWork } from './late-work.ts';
import { CO3_LIMITS, makeLimits } from './limits.ts';
import { processCommand } from './process.ts';
import { makeRandom } from './random.ts';
import { broken, outageReply, toReply } from './reply.ts';
import { makeSessions } from './sessions.ts';
import type { CallRecord, Co3Request, Co3Simulator, Outage, SimulatorOptions } from './simulator-types.ts';
import { toAccountSnapshot } from './snapshot.ts';

export type { Co3Reply, Co3Request, Co3Simulator } from './simulator-types.ts';

/** The far side: an own reading of CO3's documentation, sharing no code with the client that it is there to test. */
export const makeCo3Simulator = (options: SimulatorOptions): Co3Simulator => {
  const random = makeRandom(options.seed);
  const sessions = makeSessions(random);
  const limits = makeLimits(options.limits ?? CO3_LIMITS);
  const faults = makeFaults();
  const lateWork = makeLateWork();
  const accounts = new Map<string, Account>();
  const log = makeCallLog();
  let dialect: Dialect = { ...pickDialect(random), ...options.dialect };
  let outage: { readonly until: number; readonly kind: Outage } | null = null;
  let requireTls = false;

  const outageNow = (): Outage | null => (outage !== null && outage.until > options.now() ? outage.kind : null);

  /** What is refused before anybody looks at what the request says, in this order. */
  const refusalAtTheDoor = ({ address, secure }: Co3Request, apiKey: string) => {
    const arrival = limits.arrive(address, apiKey, options.now());
    if (arrival === 'banned') return refuse(9);
    if (requireTls && !secure) return refuse(11);
    return arrival === 'too-many' ? refuse(8) : undefined;
  };

  const handle: Co3Simulator['handle'] = (request) => {
    const now = options.now();
    lateWork.catchUp(now);
    const down = outageNow();
    const command = readCommand(request.body);
    const { apiKey, method } = command;
    const account = [...accounts.values()].find((known) => known.options.apiKey === apiKey);
    const noted = { at: now, address: request.address, account: account?.options.name ?? '', method };
    if (down !== null) {
      log.note({ ...noted, outcome: 'none', code: null, id: null, fault: `down: ${down}` });
      return outageReply(down);
    }
    const delayMs = Math.floor(random() * (dialect.jitterMs + 1));
    const refusal = refusalAtTheDoor(request, apiKey ?? '');
    const fault = refusal === undefined ? faults.meet(method) : undefined;
    if (fault !== undefined && broken(fault) !== undefined) {
      log.note({ ...noted, outcome: 'none', code: null, id: null, fault: fault.kind });
      return broken(fault) ?? { kind: 'hang' };
    }
    const asOf = fault?.kind === 'stale-read' ? now - fault.ms : now;
    const resource = /^\/api\/(\w+)\/?$/.exec(request.path)?.[1] ?? '';
    const work = (workedAt: number): Outcome =>
      processCommand(resource, command, { account, sessions, now, workedAt, asOf, dialect });
    const outcome =
      refusal ??
      (fault?.kind === 'refuse'
        ? { ...refuse(fault.code), ...(fault.text === undefined ? {} : { text: fault.text }) }
        : work(now));
    const called = { ...noted, fault: fault?.kind ?? null };
    if (fault?.kind === 'late-commit' && outcome.kind === 'saved') {
      const atWork: CallRecord = { ...called, outcome: 'at-work', code: null, id: null };
      log.note(atWork);
      // Whether it is taken, and under which id and number, is found at the time of the work.
      lateWork.add(now + fault.ms, (at) => log.replace(atWork, toRecord(called, finished(work(at)))));
    } else log.note(toRecord(called, finished(outcome)));
    return toReply(outcome, { method, fault, delayMs, dialect });
  };

  return {
    handle,
    now: options.now,
    get accounts() {
      lateWork.catchUp(options.now());
      return accounts;
    },
    get calls() {
      lateWork.catchUp(options.now());
      return log.calls;
    },
    addAccount: (accountOptions) => {
      const account = makeAccount(accountOptions);
      accounts.set(accountOptions.name, account);
      return account;
    },
    get faults() {
      return faults.active();
    },
    get dialect() {
      return dialect;
    },
    get outage() {
      return outageNow();
    },
    setDialect: (part) => {
      dialect = { ...dialect, ...part };
    },
    fault: faults.add,
    clearFaults: faults.clear,
    down: (until, kind) => {
      outage = { until: until ?? Number.POSITIVE_INFINITY, kind };
    },
    up: () => {
      outage = null;
    },
    setRequireTls: (required) => {
      requireTls = required;
    },
    ban: limits.ban,
    snapshot: () => {
      lateWork.catchUp(options.now());
      return {
        now: options.now(),
        sessions: sessions.count(options.now()),
        outage: outageNow(),
        requireTls,
        dialect,
        faults: faults.active(),
        calls: log.calls.toReversed(),
        accounts: [...accounts.values()].map(toAccountSnapshot),
      };
    },
  };
};

const finished = (outcome: Outcome): Outcome => {
  if (outcome.kind === 'saved') outcome.commit();
  return outcome;
};

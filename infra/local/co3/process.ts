import type { Account } from './account.ts';
import type { Outcome } from './call.ts';
import { refuse } from './codes.ts';
import type { Command } from './command.ts';
import type { Dialect } from './dialect.ts';
import { checkFields } from './fields.ts';
import { methodOf } from './methods.ts';
import type { Sessions } from './sessions.ts';
import { allTexts, childText } from './xml.ts';

interface Circumstances {
  readonly account: Account | undefined;
  readonly sessions: Sessions;
  /** When the call arrived: session and trial are judged then. */
  readonly now: number;
  /** When CO3 does its work. */
  readonly workedAt: number;
  readonly asOf: number;
  readonly dialect: Dialect;
}

/** What CO3 makes of a command. Nothing is saved yet. */
export const processCommand = (resource: string, command: Command, circumstances: Circumstances): Outcome => {
  const { account, sessions, now, workedAt, asOf, dialect } = circumstances;
  const { params } = command;
  if (command.problem !== undefined) return command.problem;
  const isSignIn = resource === 'authenticate' && command.method === 'authenticate';
  const method = methodOf(resource, command.method);
  if (!isSignIn && method === undefined) return refuse(3);
  if (command.apiKey === undefined) return refuse(4, '(api_key)');
  if (account === undefined) return refuse(5);
  if (isSignIn || method === undefined) return signIn(command, account, circumstances);
  const sessionKey = childText(params, 'session_key');
  if (sessionKey === undefined) return refuse(4, '(session_key)');
  const session = sessions.userOf(account, sessionKey, now);
  if ('kind' in session) return session;
  const { trialEndsAt } = account.options;
  if (trialEndsAt !== null && trialEndsAt <= now) return refuse(24);
  const { rights } = session.user;
  if (rights !== 'all' && !rights.includes(method.right)) return refuse(18);
  const isWrite = method.right.endsWith(':write');
  const outcome = method.run({
    account,
    user: session.user,
    params,
    now: workedAt,
    asOf: isWrite ? workedAt : asOf,
    dialect,
  });
  return outcome.kind === 'saved' && !isStorable(allTexts(params)) ? refuse(202) : outcome;
};

const signIn = ({ params }: Command, account: Account, { sessions, now, dialect }: Circumstances): Outcome => {
  const refusal = checkFields(params, [
    ['username', 'required'],
    ['password', 'required'],
  ]);
  if (refusal !== undefined) return refusal;
  const session = sessions.signIn(
    account,
    childText(params, 'username') ?? '',
    childText(params, 'password') ?? '',
    now,
  );
  if ('kind' in session) return session;
  return { kind: 'data', content: dialect.session === 'bare' ? session.key : [['session_key', session.key]] };
};

// The replacement character stands where somebody lost a letter; CO3's database has no place for it.
const isStorable = (texts: readonly string[]): boolean => !texts.some((text) => text.includes('\ufffd'));

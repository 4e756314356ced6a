import { createHash } from 'node:crypto';
import type { Account, User } from './account.ts';
import { type Refusal, refuse } from './codes.ts';
import { hexOf, type Random } from './random.ts';

const SESSION_MS = 5 * 60_000;
// After a day nobody asks why a key is no longer good.
const REMEMBERED_MS = 24 * 60 * 60_000;

interface Session {
  readonly account: Account;
  readonly username: string;
  readonly until: number;
}

export interface Sessions {
  /** A new key for 5 minutes, however often it is used; `password` is the MD5 of the user's. */
  signIn(account: Account, username: string, password: string, now: number): { key: string } | Refusal;
  /** Who the key belongs to. */
  userOf(account: Account, key: string, now: number): { user: User } | Refusal;
  count(now: number): number;
}

export const makeSessions = (random: Random): Sessions => {
  const sessions = new Map<string, Session>();
  const isKept = (session: Session, now: number): boolean => session.until + REMEMBERED_MS > now;
  return {
    signIn: (account, username, password, now) => {
      const user = account.options.users.find((known) => known.username === username);
      if (user === undefined || md5Of(user.password) !== password) return refuse(7);
      for (const [key, session] of sessions) if (!isKept(session, now)) sessions.delete(key);
      const key = hexOf(random, 32);
      sessions.set(key, { account, username, until: now + SESSION_MS });
      return { key };
    },
    userOf: (account, key, now) => {
      const session = sessions.get(key);
      const user = account.options.users.find(({ username }) => username === session?.username);
      if (session === undefined || session.account !== account || user === undefined) return refuse(6);
      return session.until <= now ? refuse(10) : { user };
    },
    count: (now) => [...sessions.values()].filter(({ until }) => until > now).length,
  };
};

const md5Of = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

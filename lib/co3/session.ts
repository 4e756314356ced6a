import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../event/result.ts';
import type { AccountSecret } from '../settings/secrets.ts';
import { type Co3Command, command } from './command.ts';
import type { Contract } from './contract.ts';
import type { XmlElement } from './xml.ts';
import { findWithin } from './xml-find.ts';

/** A signing in that CO3 has answered; `since` is when it was asked for. */
export interface Session {
  readonly key: string;
  readonly since: number;
}

// CO3 ends a session after 5 minutes, from its beginning as far as is known; we renew at 4 (docs/decisions/0004).
const RENEW_AFTER_MS = 240_000;

export const isFresh = (session: Session, now: number): boolean => now - session.since < RENEW_AFTER_MS;

export const toSignIn = (secret: AccountSecret, contract: Contract): Co3Command<'authenticate'> =>
  command('authenticate', [
    { tag: 'username', form: 'text', value: secret.username },
    { tag: 'password', form: 'text', value: md5Of(secret.password, contract.assumptions.passwordMd5) },
  ]);

/** CO3 takes the password as its MD5 in hex. */
export const md5Of = (password: string, letters: 'lower' | 'upper'): string => {
  const hex = createHash('md5').update(password, 'utf8').digest('hex');
  return letters === 'lower' ? hex : hex.toUpperCase();
};

/** The session key of an answer: under its tag, or bare in the root. */
export const readSessionKey = (root: XmlElement, contract: Contract): Result<string, string> => {
  const tagged = findWithin(root, contract.envelope.session_key, 3)[0]?.element;
  const key = (tagged ?? (root.children.length === 0 ? root : undefined))?.text.trim() ?? '';
  return /^\S{1,500}$/.test(key) ? ok(key) : fail('the answer to the sign-in bears no session key');
};

import { createHash, timingSafeEqual } from 'node:crypto';

/** A browser that has come in. Both texts are secrets: the cookie's, and the one that every form has to bring along. */
export interface Session {
  readonly id: string;
  readonly formToken: string;
}

/** Who may use the desk: the one browser that was first to bring the token of the printed address. */
export interface Door {
  /** Opens for the token, once. */
  enter(token: string): Session | undefined;
  find(id: string | undefined): Session | undefined;
}

export const makeDoor = (token: string, newSecret: () => string): Door => {
  let session: Session | undefined;
  return {
    enter: (given) => {
      if (session !== undefined || !isSame(given, token)) return undefined;
      session = { id: newSecret(), formToken: newSecret() };
      return session;
    },
    find: (id) => (id !== undefined && session !== undefined && isSame(id, session.id) ? session : undefined),
  };
};

/** Compares two secrets in a time that tells nothing of either. */
export const isSame = (given: string, secret: string): boolean => timingSafeEqual(sha256(given), sha256(secret));

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

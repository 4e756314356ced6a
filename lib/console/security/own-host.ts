import type { MiddlewareHandler } from 'hono/types';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost'] as const;

/** The origins that the desk answers to. */
export const ownOrigins = (port: number): readonly string[] => LOOPBACK_NAMES.map((name) => `http://${name}:${port}`);

/**
 * Refuses requests that were sent to another name: a page elsewhere whose name leads to this machine (DNS rebinding)
 * would be of one origin with us in the browser's eyes.
 */
export const ownHostOnly = (port: number): MiddlewareHandler => {
  const hosts = new Set<string | undefined>(LOOPBACK_NAMES.map((name) => `${name}:${port}`));
  return async (c, next) =>
    hosts.has(c.req.header('host')) ? next() : c.text('This is not the address that was printed.\n', 421);
};

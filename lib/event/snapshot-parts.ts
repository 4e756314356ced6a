import * as z from 'zod/mini';
import type { Instant } from './time.ts';

/** The kind of shop software, as lib/shops registers it. */
export const platform = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));
export const tenant = z.string().check(z.minLength(1));
/** What the shop calls a thing of its own. Keys of the ledger and markers are made of it, and neither may be long. */
export const LONGEST_ID = 100;
export const ownId = z.string().check(z.minLength(1), z.maxLength(LONGEST_ID));

// A step that adds the brand would be run with each value.
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)) as z.ZodMiniType<string> as z.ZodMiniType<
  Instant,
  string
>;
export const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
export const minor = z.int();

import * as z from 'zod';
import type { Instant } from './time.ts';

/** The kind of shop software, as lib/shops registers it. */
export const platform = z.string().regex(/^[a-z][a-z0-9-]*$/);
export const tenant = z.string().min(1);
/** What the shop calls a thing of its own. Keys of the ledger and markers are made of it, and neither may be long. */
export const LONGEST_ID = 100;
export const ownId = z.string().min(1).max(LONGEST_ID);

export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .transform((text) => text as Instant);
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const minor = z.number().int();

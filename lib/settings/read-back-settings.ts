import * as z from 'zod';
import { settingsOf } from './settings-of.ts';

const PLAIN = { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 };

/** How long CO3 is left alone after a call without an answer, how often it is searched before a person is asked, and how long it is watched. */
export const readBackSettings = settingsOf({
  /** From the sending to the first search. */
  settleSeconds: z.int().min(30).max(3_600).default(PLAIN.settleSeconds),
  /** Searches that find nothing, spread over the window, before a person is asked. The window ends while CO3 is still watched. */
  reads: z.int().min(3).max(20).default(PLAIN.reads),
  windowMinutes: z.int().min(10).max(720).default(PLAIN.windowMinutes),
  /** From the sending on: what turns up late is still seen. */
  watchHours: z.int().min(24).max(720).default(PLAIN.watchHours),
}).default(PLAIN);

import { settingsOf, wholeNumber } from './settings-of.ts';

const PLAIN = { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 };

/** How long CO3 is left alone after a call without an answer, how often it is searched before a person is asked, and how long it is watched. */
export const readBackSettings = settingsOf({
  /** From the sending to the first search. */
  settleSeconds: wholeNumber(30, 3_600).default(PLAIN.settleSeconds),
  /** Searches that find nothing, spread over the window, before a person is asked. The window ends while CO3 is still watched. */
  reads: wholeNumber(3, 20).default(PLAIN.reads),
  windowMinutes: wholeNumber(10, 720).default(PLAIN.windowMinutes),
  /** From the sending on: what turns up late is still seen. */
  watchHours: wholeNumber(24, 720).default(PLAIN.watchHours),
}).default(PLAIN);

import { budapestOffset } from './budapest-offset.ts';

/** A moment as ISO 8601 in UTC with milliseconds (`2026-11-22T15:42:00.000Z`), so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A calendar day in Budapest, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };

/** The only way to the time: tests run on a virtual one. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** The moment that a shop's text with an offset names, or undefined where it names none. Digits beyond the millisecond are dropped. */
export const parseInstant = (text: string): Instant | undefined => {
  // Without an offset a text would be read in the machine's own zone.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) ? undefined : toInstant(ms);
};

/** The day that it is in Budapest: documents bear Hungarian days. */
export const toBudapestDay = (ms: number): Day => toInstant(ms + budapestOffset(ms)).slice(0, 10) as Day;

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as Day;
};

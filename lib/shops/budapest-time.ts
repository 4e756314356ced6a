import { budapestOffset } from '../event/budapest-offset.ts';
import { type Instant, toInstant } from '../event/time.ts';

/**
 * The moment of a wall clock in Budapest: `2026.12.02 10:00:00`, `2026-12-02T10:00:00`. Of the hour that comes twice in October it is the
 * earlier one. Undefined where the text is no such time.
 */
export const parseBudapest = (text: string): Instant | undefined => {
  const match = /^(\d{4})[.-](\d{2})[.-](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/.exec(text.trim());
  const [, year, month, day, hour, minute, second = '00'] = match ?? [];
  if (match === null) return undefined;
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(wall) || wall <= 0) return undefined;
  const atTwo = wall - 2 * HOUR_MS;
  return toInstant(atTwo + budapestOffset(atTwo) === wall ? atTwo : wall - HOUR_MS);
};

const HOUR_MS = 60 * 60_000;

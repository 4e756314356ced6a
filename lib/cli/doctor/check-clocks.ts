import { type Check, fine } from './check.ts';

/** What a lease of a lane allows for between this machine and the workers, with room to spare. */
const MACHINE_MS = 10_000;
/** Documents bear days: a minute about midnight is little. */
const CO3_MS = 60_000;

/** How far the clocks are apart. Each is ahead of this machine's by so many ms, or null where it was not heard. */
export const toClockChecks = (awsAheadMs: number | null, co3AheadMs: number | null): readonly Check[] => [
  ...(awsAheadMs === null
    ? []
    : [toCheck('clock of this machine', -awsAheadMs, 'AWS', MACHINE_MS, 'Set the clock of this machine (NTP).')]),
  ...(co3AheadMs === null
    ? []
    : [
        toCheck(
          'clock of CO3',
          co3AheadMs - (awsAheadMs ?? 0),
          awsAheadMs === null ? 'this machine' : 'AWS',
          CO3_MS,
          'Ask CO3: about midnight its day is another than the one on our documents, which it then refuses (305, 306).',
        ),
      ]),
];

const toCheck = (what: string, aheadMs: number, of: string, mostMs: number, next: string): Check => {
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  const says =
    seconds === 0 ? `goes with that of ${of}` : `${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} that of ${of}`;
  return Math.abs(aheadMs) <= mostMs ? { ...fine(what, ''), says } : { what, good: false, at: '', says, next };
};

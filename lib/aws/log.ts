import type { Log, LogFields } from '../event/log.ts';
import { toInstant } from '../event/time.ts';
import { printLine } from './print-line.ts';
import { systemClock } from './system-clock.ts';

export const SERVICE = 'co3-shop-bridge';

export interface LogDeps {
  readonly stage: string;
  /** Lambda's tracing header of this moment (`Root=1-…;Parent=…;Sampled=1`); undefined where nothing is traced. */
  readonly tracingHeader: () => string | undefined;
}

/** One JSON line per call on standard output. Fields that are not on the list are left out, whatever a caller spread into them. */
export const makeLog = ({ stage, tracingHeader }: LogDeps): Log => {
  const print = (level: string, event: string, fields: LogFields): void => {
    const root = /Root=([^;]+)/.exec(tracingHeader() ?? '')?.[1];
    printLine({
      level,
      message: event,
      timestamp: toInstant(systemClock.now()),
      service: SERVICE,
      ...(root === undefined ? {} : { xray_trace_id: root }),
      stage,
      ...onlyListed(fields),
    });
  };
  return {
    info: (event, fields) => print('INFO', event, fields),
    warn: (event, fields) => print('WARN', event, fields),
    error: (event, fields) => print('ERROR', event, fields),
  };
};

const LISTED = {
  shop: true,
  account: true,
  order: true,
  number: true,
  goods: true,
  letter: true,
  topic: true,
  purpose: true,
  method: true,
  code: true,
  name: true,
  status: true,
  attempt: true,
  count: true,
  durationMs: true,
  until: true,
  traceId: true,
  errorName: true,
} as const satisfies Record<keyof LogFields, true>;

const onlyListed = (fields: LogFields): Record<string, string | number> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => Object.hasOwn(LISTED, field)));

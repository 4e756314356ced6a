import { Logger } from '@aws-lambda-powertools/logger';
import type { Log, LogFields } from '../event/log.ts';

export const SERVICE = 'co3-shop-bridge';

/** One JSON line per call on standard output. Fields that are not on the list are left out, whatever a caller spread into them. */
export const makeLog = (stage: string): Log => {
  const logger = new Logger({ serviceName: SERVICE, persistentKeys: { stage }, logLevel: 'INFO' });
  return {
    info: (event, fields) => logger.info(event, onlyListed(fields)),
    warn: (event, fields) => logger.warn(event, onlyListed(fields)),
    error: (event, fields) => logger.error(event, onlyListed(fields)),
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

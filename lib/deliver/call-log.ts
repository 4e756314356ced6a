import type { HeardRequest } from '../co3/paced-sender.ts';
import type { Log, LogFields } from '../event/log.ts';

/** A log line for each request to CO3, with what it is made for. */
export interface CallLog {
  /** What the requests from here on are made for. */
  about(fields: LogFields): void;
  readonly hear: (request: HeardRequest) => void;
}

export const makeCallLog = (log: Log, account: string): CallLog => {
  let fields: LogFields = { account };
  return {
    about: (of) => {
      fields = of;
    },
    hear: ({ method, kind, durationMs }) => log.info('CO3 called', { ...fields, method, status: kind, durationMs }),
  };
};

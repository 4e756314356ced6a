/** What may stand in a log line. The list is closed so that nothing of a person and no secret finds a way in. */
export interface LogFields {
  readonly shop?: string;
  readonly account?: string;
  readonly order?: string;
  /** The order's number where it is one (`#1001`), never free text. */
  readonly number?: string;
  /** Kind and key of a product, a listing or a stock level. */
  readonly goods?: string;
  readonly letter?: string;
  readonly topic?: string;
  readonly purpose?: string;
  readonly method?: string;
  readonly code?: number;
  readonly name?: string;
  readonly status?: string | number;
  readonly attempt?: number;
  readonly count?: number;
  readonly durationMs?: number;
  readonly until?: string;
  readonly traceId?: string;
  /** The class of an exception (`TimeoutError`), never its message: messages quote what they failed on. */
  readonly errorName?: string;
}

/** One JSON line per call; `event` is a fixed text, never one built from data. */
export interface Log {
  info(event: string, fields: LogFields): void;
  warn(event: string, fields: LogFields): void;
  error(event: string, fields: LogFields): void;
}

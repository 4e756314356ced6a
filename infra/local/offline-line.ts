import { type ShownLine, toShownLine } from './log-line.ts';

/**
 * A line of serverless-offline's output for a person; null for its own chatter. The list names the chatter, so that
 * whatever is not known, errors above all, is shown.
 */
export const toOfflineLine = (line: string): ShownLine | null =>
  CHATTER.some((pattern) => pattern.test(line)) ? null : toShownLine(line);

const CHATTER = [
  /^Starting Offline at stage /,
  /^Offline \[http for lambda\] listening on /,
  /^Function names exposed for local invocation by aws-sdk:/,
  /^ {3}\* \S+: \S+$/,
  /^Scheduling \[\w+\] cron: /,
  /^Successfully invoked scheduled function: /,
  /^Server ready: /,
  /^(GET|POST|PUT|DELETE|PATCH|OPTIONS|HEAD|ANY) \/\S* \(λ: \w+\)$/,
  /^\(λ: \w+\) RequestId: \S+ {2}Duration: /,
  /^ [┌└│].*[┐┘│]$/,
];

import { isTree } from './intrinsics.ts';

export interface ShownLine {
  readonly text: string;
  readonly isProblem: boolean;
}

/** A line of a function's output for a person; null where it says nothing to one (metrics, empty lines). */
export const toShownLine = (line: string): ShownLine | null => {
  if (line.trim() === '') return null;
  const entry = parseJson(line);
  if (entry === undefined) return { text: line, isProblem: true };
  if (entry['_aws'] !== undefined) return null;
  const level = String(entry['level'] ?? 'INFO').toUpperCase();
  const isProblem = level === 'ERROR' || level === 'CRITICAL';
  const mark = isProblem ? 'ERROR' : level === 'WARN' ? '!' : '';
  const { shop, account, order, number, message, timestamp } = entry;
  const rest = Object.entries(entry)
    .filter(([key]) => !PLACED.has(key) && !LAMBDA.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  const columns = [toClock(timestamp), String(shop ?? account ?? '').padEnd(12), toOrder(number ?? order).padEnd(10)];
  return {
    text: [...columns, mark, String(message ?? ''), ...rest].filter((part) => part !== '').join('  '),
    isProblem,
  };
};

/** Have a place of their own in the line. */
const PLACED = new Set(['level', 'message', 'timestamp', 'shop', 'order', 'number', 'account']);

/** What the logger adds about the function itself. */
const LAMBDA = new Set([
  'service',
  'cold_start',
  'function_arn',
  'function_memory_size',
  'function_name',
  'function_request_id',
  'function_version',
  'sampling_rate',
  'stage',
  'traceId',
  'xray_trace_id',
]);

const parseJson = (line: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const parsed: unknown = JSON.parse(line);
    return isTree(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

/** An order's key is long; what comes after its shop is enough beside the shop's name. */
const toOrder = (order: unknown): string => String(order ?? '').replace(/^[^#]+(?=#)/, '');

const toClock = (timestamp: unknown): string => {
  const at = new Date(typeof timestamp === 'string' || typeof timestamp === 'number' ? timestamp : Number.NaN);
  return Number.isNaN(at.getTime()) ? ''.padEnd(8) : at.toLocaleTimeString('en-GB', { hour12: false });
};

import type { Alarms } from '../deliver/ports.ts';
import type { Log } from '../event/log.ts';
import { printMetrics } from './metrics.ts';
import { systemClock } from './system-clock.ts';

/** An alarm is a line of the log and a metric of the same name; CloudWatch finds the metric in the log by itself. */
export const makeAlarms = (stage: string, log: Log): Alarms => ({
  raise: (name, fields) => {
    log.error(name, fields);
    printMetrics(stage, [{ name, unit: 'Count', value: 1 }], systemClock.now());
  },
});

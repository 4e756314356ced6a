import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Alarms } from '../deliver/ports.ts';
import type { Log } from '../event/log.ts';
import { makeMetrics } from './metrics.ts';

/** An alarm is a line of the log and a metric of the same name; CloudWatch finds the metric in the log by itself. */
export const makeAlarms = (stage: string, log: Log): Alarms => {
  const metrics = makeMetrics(stage);
  return {
    raise: (name, fields) => {
      log.error(name, fields);
      metrics.addMetric(name, MetricUnit.Count, 1);
      metrics.publishStoredMetrics();
    },
  };
};

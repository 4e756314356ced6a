import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Alarms } from '../deliver/ports.ts';
import type { Log } from '../event/log.ts';
import { SERVICE } from './log.ts';

/** The namespace of our metrics in CloudWatch, which infra/alarms.yml watches. */
export const METRICS_NAMESPACE = 'Co3ShopBridge';

/** An alarm is a line of the log and a metric of the same name; CloudWatch finds the metric in the log by itself. */
export const makeAlarms = (stage: string, log: Log): Alarms => {
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: SERVICE, defaultDimensions: { stage } });
  return {
    raise: (name, fields) => {
      log.error(name, fields);
      metrics.addMetric(name, MetricUnit.Count, 1);
      metrics.publishStoredMetrics();
    },
  };
};

import { Metrics } from '@aws-lambda-powertools/metrics';
import { SERVICE } from './log.ts';

/** The namespace of our metrics in CloudWatch, which infra/alarms.yml watches. */
export const METRICS_NAMESPACE = 'Co3ShopBridge';

export const makeMetrics = (stage: string): Metrics =>
  new Metrics({ namespace: METRICS_NAMESPACE, serviceName: SERVICE, defaultDimensions: { stage } });

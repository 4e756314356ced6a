import { SERVICE } from './log.ts';
import { printLine } from './print-line.ts';

/** The namespace of our metrics in CloudWatch, which infra/alarms.yml watches. */
export const METRICS_NAMESPACE = 'Co3ShopBridge';

/** A unit as CloudWatch names it; it has none for minutes and hours. */
export type Unit = 'Count' | 'None';

export interface Metric {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
}

/** Prints metrics of the stage as a line in which CloudWatch finds them by itself (its embedded metric format). */
export const printMetrics = (stage: string, metrics: readonly Metric[], at: number): void =>
  printLine({
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [['service', 'stage']],
          Metrics: metrics.map(({ name, unit }) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    service: SERVICE,
    stage,
    ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
  });

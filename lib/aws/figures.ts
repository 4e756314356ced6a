import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FigureName, Figures } from '../deliver/ports.ts';
import { makeMetrics } from './metrics.ts';

/** Figures as lines of the log, in which CloudWatch finds them by itself. */
export const makeFigures = (stage: string): Figures => {
  const metrics = makeMetrics(stage);
  return {
    note: (figures, at) => {
      if (at !== undefined) metrics.setTimestamp(at);
      for (const [name, value] of Object.entries(figures)) metrics.addMetric(name, UNITS[name as FigureName], value);
      metrics.publishStoredMetrics();
    },
  };
};

// CloudWatch has no unit for minutes and hours.
const UNITS = {
  Co3Calls: MetricUnit.Count,
  LanesHeld: MetricUnit.Count,
  OldestDueMinutes: MetricUnit.NoUnit,
  OpenLetters: MetricUnit.Count,
  OldestLetterHours: MetricUnit.NoUnit,
} as const satisfies Record<FigureName, unknown>;

import type { FigureName, Figures } from '../deliver/ports.ts';
import { printMetrics, type Unit } from './metrics.ts';
import { systemClock } from './system-clock.ts';

/** Figures as lines of the log, in which CloudWatch finds them by itself. */
export const makeFigures = (stage: string): Figures => ({
  note: (figures, at) => {
    const metrics = Object.entries(figures).map(([name, value]) => ({ name, unit: UNITS[name as FigureName], value }));
    printMetrics(stage, metrics, at ?? systemClock.now());
  },
});

const UNITS = {
  Co3Calls: 'Count',
  LanesHeld: 'Count',
  OldestDueMinutes: 'None',
  OpenLetters: 'Count',
  OldestLetterHours: 'None',
} as const satisfies Record<FigureName, Unit>;

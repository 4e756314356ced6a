import { expect, it } from 'vitest';
import { jsonLinesOf } from '../../support/output-of.ts';

it('prints a log line, and a metric by which an alarm finds it', () => {
  const lines = jsonLinesOf(`
    import { makeAlarms } from './lib/aws/alarms.ts';
    import { makeLog } from './lib/aws/log.ts';
    makeAlarms('prod', makeLog({ stage: 'prod', tracingHeader: () => undefined })).raise('LaneHeld', { account: 'acme', code: 5 });
  `);

  const [metric] = [{ Name: 'LaneHeld', Unit: 'Count' }];
  const dimensions = { service: 'co3-shop-bridge', stage: 'prod' };
  expect(lines).toEqual([
    expect.objectContaining({ level: 'ERROR', message: 'LaneHeld', account: 'acme', code: 5 }),
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Co3ShopBridge',
            Dimensions: [['service', 'stage']],
            Metrics: [expect.objectContaining(metric)],
          },
        ],
      },
      ...dimensions,
      LaneHeld: 1,
    },
  ]);
});

it('counts each alarm by itself', () => {
  const lines = jsonLinesOf(`
    import { makeAlarms } from './lib/aws/alarms.ts';
    import { makeLog } from './lib/aws/log.ts';
    const alarms = makeAlarms('prod', makeLog({ stage: 'prod', tracingHeader: () => undefined }));
    alarms.raise('LaneHeld', { account: 'acme' });
    alarms.raise('LaneHeld', { account: 'acme' });
    alarms.raise('UnknownCode', { code: 999 });
  `);

  const metrics = lines.flatMap((line) =>
    isMetric(line) ? [{ held: line['LaneHeld'], unknown: line['UnknownCode'] }] : [],
  );
  expect(metrics).toStrictEqual([
    { held: 1, unknown: undefined },
    { held: 1, unknown: undefined },
    { held: undefined, unknown: 1 },
  ]);
});

const isMetric = (line: unknown): line is Record<string, unknown> =>
  typeof line === 'object' && line !== null && '_aws' in line;

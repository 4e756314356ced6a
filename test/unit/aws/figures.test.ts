import { expect, it } from 'vitest';
import { jsonLinesOf } from '../../support/output-of.ts';

it('prints figures as one line in which CloudWatch finds a metric of the stage for each', () => {
  const lines = jsonLinesOf(`
    import { makeFigures } from './lib/aws/figures.ts';
    makeFigures('prod').note({ LanesHeld: 2, OldestDueMinutes: 0.5 });
  `);

  expect(lines).toStrictEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Co3ShopBridge',
            Dimensions: [['service', 'stage']],
            Metrics: [
              { Name: 'LanesHeld', Unit: 'Count' },
              { Name: 'OldestDueMinutes', Unit: 'None' },
            ],
          },
        ],
      },
      service: 'co3-shop-bridge',
      stage: 'prod',
      LanesHeld: 2,
      OldestDueMinutes: 0.5,
    },
  ]);
});

it('dates figures as they are given, and the next ones anew', () => {
  const lines = jsonLinesOf(`
    import { makeFigures } from './lib/aws/figures.ts';
    const figures = makeFigures('prod');
    const at = Date.now() - 3_600_000;
    figures.note({ Co3Calls: 7 }, at);
    figures.note({ Co3Calls: 8 });
    console.log(JSON.stringify({ at }));
  `);

  const [first, second, given] = lines as readonly {
    readonly _aws: { readonly Timestamp: number };
    readonly at: number;
  }[];
  expect(first?._aws.Timestamp).toBe(given?.at);
  expect(second?._aws.Timestamp).toBeGreaterThan(given?.at ?? Number.POSITIVE_INFINITY);
});

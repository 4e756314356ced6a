import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Reading } from '../../lib/shops/platform.ts';

/** The order that a webhook was read to; throws where it was none. */
export const orderOfReading = (reading: Reading): OrderSnapshot => {
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order')
    throw new Error(`no order: ${JSON.stringify(reading)}`);
  return reading.snapshot;
};

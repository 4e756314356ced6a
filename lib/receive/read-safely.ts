import { whyNoSnapshot } from '../event/why-no-snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Platform, Reading } from '../shops/platform.ts';
import { unreadable } from '../shops/readings.ts';

/**
 * A genuine body is never refused, even one that the reader breaks on: the shop would switch the webhook off. Nor does what the queue's other
 * end could not take go there, where it would come again and again.
 */
export const readSafely = (
  platform: Pick<Platform, 'read'>,
  raw: Uint8Array,
  shop: ShopSettings,
  topic: string,
  now: number,
): Reading => {
  try {
    const reading = platform.read(raw, shop, topic, now);
    if (reading.kind !== 'snapshot') return reading;
    const { snapshot } = reading;
    const why = whyNoSnapshot(snapshot);
    return why === undefined ? reading : unreadable(why, snapshot.kind === 'order' ? snapshot.orderId : null);
  } catch (cause) {
    return unreadable(`the reader stopped with ${cause instanceof Error ? cause.name : 'an exception'}`, null);
  }
};

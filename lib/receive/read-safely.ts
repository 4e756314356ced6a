import type { ShopSettings } from '../settings/settings.ts';
import type { Platform, Reading } from '../shops/platform.ts';

/** A genuine body is never refused, even one that the reader breaks on: the shop would switch the webhook off. */
export const readSafely = (
  platform: Pick<Platform, 'read'>,
  raw: Uint8Array,
  shop: ShopSettings,
  topic: string,
  now: number,
): Reading => {
  try {
    return platform.read(raw, shop, topic, now);
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'an exception';
    return { kind: 'problem', problem: 'UnreadablePayload', detail: `the reader stopped with ${name}`, orderId: null };
  }
};

import type { Platform as PlatformName } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Platform } from './platform.ts';
import { shopify } from './shopify/shopify.ts';

const PLATFORM_BY_NAME = { shopify } as const satisfies Record<PlatformName, Platform>;

export const platformOf = (shop: Pick<ShopSettings, 'platform'>): Platform => PLATFORM_BY_NAME[shop.platform];

import type { FuzzTarget } from './target.ts';
import { CO3_TARGETS } from './targets/co3.ts';
import { LEDGER_TARGETS } from './targets/ledger.ts';
import { SETTINGS_TARGETS } from './targets/settings.ts';
import { SHOP_API_TARGETS } from './targets/shop-apis.ts';
import { TYPED_TARGETS } from './targets/typed.ts';
import { WEBHOOK_TARGETS } from './targets/webhooks.ts';

/** Every parser of something that comes from outside. */
export const TARGETS: readonly FuzzTarget[] = [
  ...WEBHOOK_TARGETS,
  ...SHOP_API_TARGETS,
  ...CO3_TARGETS,
  ...SETTINGS_TARGETS,
  ...LEDGER_TARGETS,
  ...TYPED_TARGETS,
];

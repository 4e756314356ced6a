import type { Descriptions } from './descriptions/description.ts';
import { OF_ACCOUNTS } from './descriptions/of-accounts.ts';
import { OF_GOODS } from './descriptions/of-goods.ts';
import { OF_SHOPS } from './descriptions/of-shops.ts';
import { OF_STAGE } from './descriptions/of-stage.ts';
import { OF_VAT } from './descriptions/of-vat.ts';

export type { Description, Descriptions } from './descriptions/description.ts';

/** Every setting of shops.yml. The functions do without: nothing that they import leads here. */
export const SETTING_DESCRIPTIONS: Descriptions = { ...OF_STAGE, ...OF_ACCOUNTS, ...OF_SHOPS, ...OF_VAT, ...OF_GOODS };

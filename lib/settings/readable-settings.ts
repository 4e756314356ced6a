import * as z from 'zod';
import { accountSettings } from './account-settings.ts';
import { shopSettings } from './shop-settings.ts';

const { platform, tenant, account, taxNumberPlaces, stock } = shopSettings.shape;

const whereReadable = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const readableShop = z
  .object({
    platform: whereReadable(platform),
    tenant: whereReadable(tenant),
    account: whereReadable(account),
    taxNumberPlaces: whereReadable(taxNumberPlaces),
    // That they stand there is enough.
    products: z.unknown().optional(),
    stock: whereReadable(stock),
  })
  .catch({});

const readableAccount = z.object({ contract: whereReadable(accountSettings.shape.contract) }).catch({});

const readableSettings = z
  .object({
    accounts: z.record(z.string(), readableAccount).catch({}),
    shops: z.record(z.string(), readableShop).catch({}),
  })
  .catch({ accounts: {}, shops: {} });

/** Of each shop what it shares with others or with its platform. A setting that is faulty by itself is undefined. */
export type ReadableShop = Readonly<z.output<typeof readableShop>>;

export type ReadableSettings = Readonly<z.output<typeof readableSettings>>;

/** What can be read of a file whatever else is wrong with it, so that all its faults are told at once. */
export const toReadable = (tree: unknown): ReadableSettings => readableSettings.parse(tree);

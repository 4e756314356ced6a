import * as z from 'zod';
import type { PlatformsTraits } from '../../lib/settings/platform-traits.ts';

/** Two platforms that there are not: one tells everything and has an API, the other tells of orders alone. */
export const PLATFORMS: PlatformsTraits = {
  whole: {
    tenant: { pattern: /^[a-z]+$/, says: 'one word in small letters' },
    notePlaces: ['note'],
    notePrefixes: ['fields.'],
    taxNumberPlaces: ['fields.tax'],
    withoutApi: 'orders are not read anew',
    api: z.object({ url: z.url(), key: z.string().min(1), scopes: z.record(z.string(), z.boolean()).optional() }),
    tells: { products: true, stock: true },
  },
  plain: {
    tenant: { pattern: /^[a-z.]+$/, says: 'a domain' },
    notePlaces: ['memo'],
    notePrefixes: [],
    taxNumberPlaces: [],
    withoutApi: '',
    api: null,
    tells: { products: false, stock: false },
  },
};

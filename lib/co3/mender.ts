import type { FixedBy } from './codes.ts';

const MENDERS = {
  'buyer-data': 'buyer-data: whoever corrects the order or the product in the shop',
  settings: 'settings: whoever keeps shops.yml',
  'co3-admin': 'co3-admin: whoever administers the CO3 account',
  accountant: 'accountant',
  developer: 'developer',
} as const satisfies Record<FixedBy, string>;

/** The names that `--mended-by` takes. */
export const MENDER_NAMES = Object.keys(MENDERS);

/** Who can mend an error, for people. */
export const menderText = (fixedBy: FixedBy): string => MENDERS[fixedBy];

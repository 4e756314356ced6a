import type { FixedBy, LetterState } from '../../dead-letters/letter.ts';
import { inBoth } from './texts.ts';

/** Who can mend what a letter tells of. */
export const MENDERS = inBoth<Record<FixedBy, string>>(
  {
    'buyer-data': 'whoever corrects the order in the shop',
    settings: 'whoever keeps the settings',
    'co3-admin': 'the administrator of the CO3 account',
    accountant: 'the accountant',
    developer: 'the developer',
  },
  {
    'buyer-data': 'aki a rendelést javítja a webáruházban',
    settings: 'aki a beállításokat kezeli',
    'co3-admin': 'a CO3-fiók rendszergazdája',
    accountant: 'a könyvelő',
    developer: 'a fejlesztő',
  },
);

export const STATES = inBoth<Record<LetterState, string>>(
  {
    parking: 'arriving',
    parked: 'waits for you',
    redriving: 'is being tried',
    closing: 'answered',
    closed: 'closed',
  },
  {
    parking: 'beérkezőben',
    parked: 'intézkedésre vár',
    redriving: 'újrapróbálás alatt',
    closing: 'elintézve',
    closed: 'lezárva',
  },
);

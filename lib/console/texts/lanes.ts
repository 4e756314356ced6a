import { HOLD_REASONS } from '../../deliver/hold-text.ts';
import type { ListedLane } from '../../deliver/lane-line.ts';
import type { HoldReason } from '../../deliver/lane-records.ts';
import { inBoth } from './texts.ts';

/** The accounts' lanes: one worker each, held when CO3 stops an account. */
export const LANES = inBoth(
  {
    title: 'CO3 accounts',
    caption: 'Whether calls go to CO3, and how many went in the last hour',
    account: 'Account',
    address: 'All (our address)',
    state: 'State',
    lastHour: 'Calls in the last hour',
    most: 'Most in a minute',
    next: 'next try',
    byRebuild: 'It waits for `bridge ledger rebuild`.',
    byResume: 'It waits for `bridge lane resume`.',
    catalogue: 'Products and stock are held, orders go on:',
    unknown: (count: number) => `${count} documents running got no answer`,
    paused: (shop: string) => `The API of ${shop} is left alone:`,
    chart: (account: string) => `Calls a minute to CO3, ${account}: the last 60 minutes, of 120 allowed`,
    minute: 'Minute',
    calls: 'Calls',
    asTable: 'As a table',
  },
  {
    title: 'CO3-fiókok',
    caption: 'Mennek-e hívások a CO3 felé, és hány ment az elmúlt órában',
    account: 'Fiók',
    address: 'Mind (a saját címünk)',
    state: 'Állapot',
    lastHour: 'Hívások az elmúlt órában',
    most: 'Legtöbb egy percben',
    next: 'következő próba',
    byRebuild: 'A `bridge ledger rebuild` parancsra vár.',
    byResume: 'A `bridge lane resume` parancsra vár.',
    catalogue: 'A termékek és a készlet áll, a rendelések mennek:',
    unknown: (count: number) => `${count} egymást követő bizonylat maradt válasz nélkül`,
    paused: (shop: string) => `A(z) ${shop} API-ját most nem hívjuk:`,
    chart: (account: string) => `Percenkénti CO3-hívások, ${account}: az elmúlt 60 perc, a megengedett 120-ból`,
    minute: 'Perc',
    calls: 'Hívások',
    asTable: 'Táblázatként',
  },
);

export const LANE_STATES = inBoth<Record<ListedLane['state'], string>>(
  { free: 'open', working: 'at work', held: 'held' },
  { free: 'nyitva', working: 'dolgozik', held: 'áll' },
);

export const HOLDS = inBoth<Record<HoldReason, string>>(HOLD_REASONS, {
  code: 'a CO3 az egész fiókot visszautasítja',
  'never-left': 'a CO3 nem érhető el',
  'no-answer': 'a CO3 nem válaszol',
  'unknown-documents': 'bizonylatok maradtak válasz nélkül',
  breaker: 'ugyanaz a visszautasítás újra meg újra',
  'by-hand': 'kézzel leállítva',
  'ledger-lost': 'a CO3 olyan bizonylatokat ismer, amelyekről a tábla nem tud',
});

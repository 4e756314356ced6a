import { inBoth } from './texts.ts';

export const OVERVIEW = inBoth(
  {
    title: 'Overview',
    none: 'No letter is open: nothing waits for a person.',
    causes: (letters: string, causes: string) => `Open letters by cause: letters ${letters}, causes ${causes}`,
    what: 'What is wrong',
    shop: 'Shop',
    mender: 'Mended by',
    letters: 'Letters',
    atStake: 'At stake',
    newest: 'Newest',
    chart: (days: number) => `Open letters by the day on which they came, last ${days} days`,
    day: 'Day',
    others: 'All others',
    older: (count: string) => `Older than that: ${count}`,
  },
  {
    title: 'Áttekintés',
    none: 'Nincs nyitott levél: semmi sem vár intézkedésre.',
    causes: (letters: string, causes: string) => `Nyitott levelek okok szerint: ${letters} levél, ${causes} ok`,
    what: 'Mi a hiba',
    shop: 'Webáruház',
    mender: 'Ki orvosolja',
    letters: 'Levelek',
    atStake: 'Érintett összeg',
    newest: 'Legújabb',
    chart: (days: number) => `Nyitott levelek a beérkezés napja szerint, az elmúlt ${days} nap`,
    day: 'Nap',
    others: 'Minden más',
    older: (count: string) => `Ennél régebbi: ${count}`,
  },
);

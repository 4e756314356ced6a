import { inBoth } from './texts.ts';

export const OVERVIEW = inBoth(
  {
    title: 'Overview',
    none: 'No letter is open: nothing waits for a person.',
    open: (count: number) => (count === 1 ? '1 letter is open.' : `${count} letters are open.`),
    byMender: 'Open letters by who can mend them',
    mender: 'Who mends it',
    letters: 'Letters',
  },
  {
    title: 'Áttekintés',
    none: 'Nincs nyitott levél: semmi sem vár intézkedésre.',
    open: (count: number) => `${count} nyitott levél van.`,
    byMender: 'Nyitott levelek aszerint, hogy ki tudja orvosolni őket',
    mender: 'Ki orvosolja',
    letters: 'Levelek száma',
  },
);

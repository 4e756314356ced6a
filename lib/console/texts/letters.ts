import { inBoth } from './texts.ts';

export const LETTERS = inBoth(
  {
    title: 'Letters',
    caption: 'Open letters, newest first',
    none: 'No letter is open.',
    about: 'About',
    what: 'What is wrong',
    shop: 'Shop',
    mender: 'Who mends it',
    since: 'Since',
    state: 'State',
  },
  {
    title: 'Levelek',
    caption: 'Nyitott levelek, a legújabb elöl',
    none: 'Nincs nyitott levél.',
    about: 'Tárgy',
    what: 'Mi a hiba',
    shop: 'Webáruház',
    mender: 'Ki orvosolja',
    since: 'Mióta',
    state: 'Állapot',
  },
);

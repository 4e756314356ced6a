import { inBoth } from './texts.ts';

/** What CO3 can be asked about a letter. */
export const ASKING = inBoth(
  {
    title: 'What CO3 says now',
    effect: 'CO3 can be asked how that stands there now. It is only read; it may take some seconds.',
    ask: 'Ask CO3',
  },
  {
    title: 'Mit mond most a CO3',
    effect: 'A CO3-tól lekérdezhető, hogy most hogyan áll ez ott. Csak olvasunk belőle; eltarthat néhány másodpercig.',
    ask: 'A CO3 lekérdezése',
  },
);

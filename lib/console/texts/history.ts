import type { LetterHistory } from '../../dead-letters/letter.ts';
import { inBoth } from './texts.ts';

/** What can have happened to a letter. */
export const ACTIONS = inBoth<Record<LetterHistory['action'], string>>(
  {
    parked: 'parked',
    redriven: 'redriven',
    adopted: 'named as',
    'sent-again': 'given up and sent again',
    discarded: 'discarded',
    reopened: 'opened again',
    corrected: 'corrected',
    closed: 'closed',
  },
  {
    parked: 'beérkezett',
    redriven: 'újraindítva',
    adopted: 'megnevezve',
    'sent-again': 'elengedve és újraküldve',
    discarded: 'elvetve',
    reopened: 'újra megnyílt',
    corrected: 'javítva',
    closed: 'lezárva',
  },
);

/** Why the bridge has closed a letter, by the words in its history. */
export const CLOSINGS = inBoth<Readonly<Record<string, string>>>(
  {
    success: 'it went through',
    superseded: 'something else has taken its place',
    'put-back': 'its message is in the queue again',
    discarded: 'settled by hand',
  },
  {
    success: 'sikerült',
    superseded: 'más lépett a helyébe',
    'put-back': 'az üzenete újra a sorban van',
    discarded: 'kézzel elintézve',
  },
);

import type { Stopped } from '../../dead-letters/redrive-in-steps.ts';
import type { Job } from '../jobs.ts';
import { inBoth } from './texts.ts';

/** The letters of one cause, and what is done for all of them. */
export const CAUSE = inBoth(
  {
    gone: 'No letter is open for this cause any more.',
    letters: 'Letters',
    atStake: 'At stake',
    mender: 'Who mends it',
    shop: 'Shop',
    cause: 'Cause',
    sample: (shown: string, all: string) =>
      shown === all ? `Its letters: ${all}` : `Its letters, the newest ${shown} of ${all}`,
    allOf: 'All letters of this cause',
    redrive: (count: string) => `Redrive all ${count} in steps`,
    redriveEffect:
      'Once the cause is mended: first one letter, then 2, 5, 20 and so on. It stops by itself when the same cause comes back.',
    correct: (count: string) => `Correct it for all ${count}`,
    correctEffect:
      'The preview shows what becomes of the oldest of these orders. The same is then put into all of them.',
    save: (count: string) => `Keep it for all ${count}`,
    saveAndRedrive: (count: string) => `Keep it for all ${count} and redrive in steps`,
    noneParked: 'None of its letters can be let go just now: they are being tried.',
    running: 'This is under way.',
    toJob: 'See how far it is',
  },
  {
    gone: 'Ehhez az okhoz már nincs nyitott levél.',
    letters: 'Levelek',
    atStake: 'Érintett összeg',
    mender: 'Ki orvosolja',
    shop: 'Webáruház',
    cause: 'Ok',
    sample: (shown: string, all: string) =>
      shown === all ? `A levelei: ${all}` : `A levelei, ${all} közül a legújabb ${shown}`,
    allOf: 'Az ok összes levele',
    redrive: (count: string) => `Mind a(z) ${count} újraindítása lépésekben`,
    redriveEffect:
      'Ha az ok megszűnt: előbb egy levél, azután 2, 5, 20 és így tovább. Magától megáll, ha ugyanaz az ok visszatér.',
    correct: (count: string) => `Javítás mind a(z) ${count} levélnél`,
    correctEffect: 'Az előnézet azt mutatja, mi lesz a legrégebbi rendelésből. Ezután mindegyikbe ugyanez kerül.',
    save: (count: string) => `Rögzítés mind a(z) ${count} levélnél`,
    saveAndRedrive: (count: string) => `Rögzítés mind a(z) ${count} levélnél és újraindítás lépésekben`,
    noneParked: 'Most egyik levele sem indítható újra: éppen folyik az újrapróbálásuk.',
    running: 'Ez már folyamatban van.',
    toJob: 'Hol tart?',
  },
);

export const JOB = inBoth(
  {
    title: 'Work on a cause',
    states: { running: 'Under way', ended: 'Done', stopped: 'Stopped', failed: 'Broken off' } satisfies Record<
      Job['state'],
      string
    >,
    correcting: 'Corrected',
    redriving: 'Answered or back',
    of: (done: string, all: string) => `${done} of ${all}`,
    step: (step: number) => `Step ${step}`,
    done: 'answered',
    refused: 'back, or not let go',
    pending: 'being tried',
    untried: 'not tried',
    remaining: (count: string) => `${count} of them have something else in their way.`,
    notCorrected: (count: string) => `${count} were not corrected.`,
    last: 'The last of them:',
    stop: 'Stop after this',
    stopEffect: 'What is being tried goes on; no further letter is let go.',
    stopped: {
      'same-cause': 'It stopped by itself: a letter is open for the same reason once more.',
      'no-answer':
        'It stopped by itself: a letter is still being tried after a long while. See whether its account is held.',
    } satisfies Record<Stopped['why'], string>,
    toLetter: 'To that letter',
    toCause: 'To the cause',
    again: 'The same goes on with what is left when it is asked for once more.',
  },
  {
    title: 'Munka egy okon',
    states: { running: 'Folyamatban', ended: 'Kész', stopped: 'Leállítva', failed: 'Megszakadt' },
    correcting: 'Javítva',
    redriving: 'Elintézve vagy visszajött',
    of: (done: string, all: string) => `${done} / ${all}`,
    step: (step: number) => `${step}. lépés`,
    done: 'elintézve',
    refused: 'visszajött vagy nem indult',
    pending: 'folyamatban',
    untried: 'még nem indult',
    remaining: (count: string) => `Közülük ${count} rendelésnek más is útjában áll.`,
    notCorrected: (count: string) => `${count} nem lett kijavítva.`,
    last: 'Az utolsó közülük:',
    stop: 'Megállás ezután',
    stopEffect: 'Ami folyamatban van, végigmegy; további levél nem indul.',
    stopped: {
      'same-cause': 'Magától megállt: egy levél ugyanazért az okért újra nyitott.',
      'no-answer': 'Magától megállt: egy levél sok idő után is folyamatban van. Nézze meg, hogy nem áll-e a fiókja.',
    },
    toLetter: 'Ugrás arra a levélre',
    toCause: 'Az okhoz',
    again: 'Ugyanez folytatja a maradékkal, ha újra elindítja.',
  },
);

import { inBoth } from './texts.ts';

/** What stands around every page. */
export const FRAME = inBoth(
  {
    desk: 'Dead-letter desk',
    skip: 'Skip to the content',
    pages: 'Pages',
    overview: 'Overview',
    letters: 'Letters',
    orders: 'Waiting orders',
    language: 'Language',
    theme: 'Appearance',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    stack: (place: string) => `Stack: ${place}`,
    notFound: 'There is no such page',
    notFoundText: 'The address may be mistyped, or what it showed is gone.',
    toOverview: 'To the overview',
    shut: 'This desk is shut',
    shutText:
      'It opens by the address that the command `bridge console` has printed, and that address works once. For another one, stop the command with Ctrl+C and start it again.',
    opening: 'The desk opens …',
    refusedForm: 'Nothing was done',
    refusedFormText: 'The form is not one of this session. Go back, load the page again, and send it once more.',
    tooLarge: 'What was sent is larger than any form of the desk.',
    failed: 'That did not work',
    failedText: (what: string) => `The desk could not do what it was asked for. ${what}`,
    failedNext: 'Nothing was lost: what was written stays. Look at whether the stack answers, and try once more.',
  },
  {
    desk: 'Visszautasított bizonylatok',
    skip: 'Ugrás a tartalomra',
    pages: 'Oldalak',
    overview: 'Áttekintés',
    letters: 'Levelek',
    orders: 'Várakozó rendelések',
    language: 'Nyelv',
    theme: 'Megjelenés',
    themes: { auto: 'A rendszer szerint', light: 'Világos', dark: 'Sötét' },
    stack: (place: string) => `Környezet: ${place}`,
    notFound: 'Nincs ilyen oldal',
    notFoundText: 'Lehet, hogy elírás van a címben, vagy már nincs meg, amit mutatott.',
    toOverview: 'Az áttekintéshez',
    shut: 'Ez a felület zárva van',
    shutText:
      'A `bridge console` parancs által kiírt címmel nyitható meg, és az a cím egyszer használható. Új címhez állítsa le a parancsot (Ctrl+C), majd indítsa el újra.',
    opening: 'Megnyitás …',
    refusedForm: 'Nem történt semmi',
    refusedFormText:
      'Az űrlap nem ehhez a munkamenethez tartozik. Lépjen vissza, töltse be újra az oldalt, és küldje el még egyszer.',
    tooLarge: 'A beküldött adat nagyobb, mint a felület bármelyik űrlapja.',
    failed: 'Ez nem sikerült',
    failedText: (what: string) => `A kért műveletet nem sikerült elvégezni. ${what}`,
    failedNext:
      'Semmi sem veszett el: ami már rögzült, megmaradt. Nézze meg, hogy elérhető-e a környezet, majd próbálja újra.',
  },
);

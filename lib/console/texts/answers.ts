import type { Answer } from '../../dead-letters/possible-answers.ts';
import { inBoth } from './texts.ts';

interface AnswerWords {
  /** On the button. */
  readonly name: string;
  /** What comes of it. */
  readonly effect: string;
  /** After it was given. */
  readonly done: string;
}

/** What a person may say to a letter. */
export const ANSWERS = inBoth<Record<Answer, AnswerWords>>(
  {
    redrive: {
      name: 'Redrive',
      effect: 'Once the cause is mended, let it be tried again with what the shop has sent last.',
      done: 'It is tried again as soon as its turn comes.',
    },
    accept: {
      name: 'Accept what CO3 shows',
      effect: 'What CO3 has of this order is right as it is there, or was put right there. The letter closes.',
      done: 'Accepted: the letter closes as soon as its turn comes.',
    },
    'take-back': {
      name: 'Take the discard back',
      effect: 'The letter opens again, and what it is about is tried once more.',
      done: 'The letter is open again, and it is tried as soon as its turn comes.',
    },
    discard: {
      name: 'Discard',
      effect:
        'The matter was settled by hand. Nothing is sent for it until something of it changes. It can be taken back.',
      done: 'Discarded: the letter is closed.',
    },
    adopt: {
      name: 'It is in CO3: name it',
      effect: 'The bridge looks the invoice up in CO3 and compares it with what was sent before it takes it over.',
      done: 'Asked: the invoice is looked up in CO3 as soon as the order’s turn comes.',
    },
    'send-again': {
      name: 'It is not in CO3: send again',
      effect: 'Only where you are certain. If it is there after all there are two, and one has to be cancelled in CO3.',
      done: 'Given up: what is owed is sent again as soon as the order’s turn comes.',
    },
  },
  {
    redrive: {
      name: 'Újraindítás',
      effect: 'Ha az ok megszűnt, induljon újra a feldolgozás azzal, amit a webáruház legutóbb küldött.',
      done: 'A feldolgozás újraindul, amint sorra kerül.',
    },
    accept: {
      name: 'A CO3 szerinti állapot elfogadása',
      effect: 'Ami a CO3-ban ehhez a rendeléshez szerepel, az helyes, vagy már ott javították. A levél lezárul.',
      done: 'Elfogadva: a levél lezárul, amint sorra kerül.',
    },
    'take-back': {
      name: 'Az elvetés visszavonása',
      effect: 'A levél újra megnyílik, és a feldolgozás ismét megpróbálja, amiről szól.',
      done: 'A levél újra nyitott, a feldolgozás újraindul, amint sorra kerül.',
    },
    discard: {
      name: 'Elvetés',
      effect:
        'Az ügyet kézzel elintézték. Nem küldünk hozzá semmit, amíg valami meg nem változik benne. Visszavonható.',
      done: 'Elvetve: a levél lezárult.',
    },
    adopt: {
      name: 'Megvan a CO3-ban: megnevezés',
      effect: 'A bridge megkeresi a számlát a CO3-ban, és összeveti azzal, amit elküldött, mielőtt átveszi.',
      done: 'Rögzítve: a számlát megkeressük a CO3-ban, amint a rendelés sorra kerül.',
    },
    'send-again': {
      name: 'Nincs meg a CO3-ban: újraküldés',
      effect: 'Csak ha ebben biztos. Ha mégis megvan, két bizonylat lesz, és az egyiket sztornózni kell a CO3-ban.',
      done: 'Elengedve: a tartozást újra elküldjük, amint a rendelés sorra kerül.',
    },
  },
);

export const ANSWERING = inBoth(
  {
    title: 'What you can do',
    nothing: 'Nothing can be done here now.',
    reason: 'How was it settled?',
    reasonHint: '3 to 200 characters, for example «invoiced by hand, 2026/00042»',
    number: 'Number of the invoice in CO3, or its id',
    certain: 'I have looked in CO3, and it is not there.',
    refused: 'That was not done',
    from: 'It may be sent again from',
  },
  {
    title: 'Amit tehet',
    nothing: 'Most nincs itt teendő.',
    reason: 'Hogyan intézték el?',
    reasonHint: '3–200 karakter, például: „kézzel kiszámlázva, 2026/00042”',
    number: 'A számla száma vagy azonosítója a CO3-ban',
    certain: 'Megnéztem a CO3-ban, és nincs ott.',
    refused: 'Nem történt meg',
    from: 'Újraküldhető ettől az időponttól:',
  },
);

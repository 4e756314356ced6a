import type { DeskRefusal } from '../give-answer.ts';
import { inBoth } from './texts.ts';

/** Why nothing came of what a person asked, without the commands that the core's own words name. */
export const REFUSALS = inBoth<Record<DeskRefusal, string>>(
  {
    'no-such-letter': 'There is no such letter.',
    'not-parked': 'Somebody has answered the letter meanwhile, or it is being tried. The page shows where it stands.',
    'no-order':
      'Nothing that the letter is about could be tried again. Mend what it names, and let the shop send it once more.',
    'outcome-unknown':
      'CO3 may have what was sent. Look there for what this page names: if it is there, name it; if it is certainly not, send it again.',
    'other-letter':
      'This letter is about nothing whose outcome is unknown, so there is nothing to name or to send again.',
    'nothing-unknown':
      'Nothing of the order is unknown any more: it was found meanwhile, or somebody else has answered.',
    'faulty-number': 'Give the invoice’s number or its id as CO3 shows it: 1 to 64 characters on one line.',
    payment:
      'What got no answer is a payment, and a payment has no number. Look at the balance of its invoice in CO3, then send it again: what CO3 shows as paid is not booked twice.',
    'still-searched':
      'The bridge is still searching CO3 for it by itself. Wait until the letter says that it was not found.',
    'too-early':
      'CO3 may still be at work on what was sent, and would then have it twice. Wait until the time that the page names.',
    'faulty-reason': 'Say in 3 to 200 characters, on one line, how the matter was settled.',
    'redrive-instead':
      'As long as CO3 shows something else than was sent, nothing more is done for this order. Put it right in CO3, then accept what CO3 shows.',
    'being-tried': 'The order is being tried just now, and the letter may close by itself. Look again in some minutes.',
    'answered-meanwhile': 'What the letter is about has moved on, and the letter closes by itself.',
    'not-kept':
      'The message is not kept here in a form that could be sent once more. Let the shop send it again, then close the letter.',
    'not-in-settings': 'The order’s shop or account is not in the settings. Put it back there.',
    'not-correctable': 'Nothing of this order can be corrected at that place. Correct it in the shop.',
    'settings-instead': 'That is a setting of the shop and not a value of this order.',
    'faulty-value': 'The value breaks the rule that stands beside the field.',
    'as-it-stands': 'That value stands there already.',
    'changed-meanwhile':
      'Something else stands there by now: the shop has sent it, or somebody else has corrected it. Look at the letter again.',
    'still-wrong': 'With that value the order would be the same kind of letter again.',
    'not-certain': 'Look in CO3 first, and say that it is not there.',
  },
  {
    'no-such-letter': 'Nincs ilyen levél.',
    'not-parked':
      'Időközben valaki már válaszolt a levélre, vagy éppen folyik az újrapróbálása. Az oldal mutatja, hol tart.',
    'no-order': 'Nincs mit újraindítani: orvosolja, amit a levél megnevez, és küldesse el újra a webáruházzal.',
    'outcome-unknown':
      'Lehet, hogy a CO3-ban megvan, amit elküldtünk. Keresse meg ott az oldalon megadottak alapján: ha megvan, nevezze meg; ha biztosan nincs, küldje újra.',
    'other-letter':
      'Ebben a levélben nincs bizonytalan kimenetelű bizonylat, ezért nincs mit megnevezni vagy újraküldeni.',
    'nothing-unknown':
      'A rendelésben már nincs bizonytalan kimenetelű bizonylat: időközben előkerült, vagy más már válaszolt.',
    'faulty-number': 'Adja meg a számla számát vagy azonosítóját úgy, ahogy a CO3 mutatja: 1–64 karakter, egy sorban.',
    payment:
      'Egy befizetés maradt válasz nélkül, annak pedig nincs száma. Nézze meg a számla egyenlegét a CO3-ban, majd küldje újra: amit a CO3 már kifizetettnek mutat, nem könyveljük kétszer.',
    'still-searched': 'A bridge még maga keresi a CO3-ban. Várjon, amíg a levél azt nem írja, hogy nem található.',
    'too-early':
      'Lehet, hogy a CO3 még dolgozik azon, amit elküldtünk, és akkor kétszer lenne meg. Várjon az oldalon megadott időpontig.',
    'faulty-reason': 'Írja le 3–200 karakterben, egy sorban, hogyan intézték el az ügyet.',
    'redrive-instead':
      'Amíg a CO3 mást mutat, mint amit elküldtünk, ehhez a rendeléshez semmi sem történik. Rendezze a CO3-ban, majd fogadja el a CO3 szerinti állapotot.',
    'being-tried':
      'A rendelés feldolgozása éppen folyik, a levél magától is lezárulhat. Nézze meg újra néhány perc múlva.',
    'answered-meanwhile': 'Amiről a levél szól, időközben továbbment, és a levél magától lezárul.',
    'not-kept':
      'Az üzenet itt nincs meg olyan alakban, hogy újra elküldhető lenne. Küldesse el újra a webáruházzal, majd zárja le a levelet.',
    'not-in-settings': 'A rendelés webáruháza vagy fiókja nem szerepel a beállításokban. Vegye fel újra.',
    'not-correctable': 'A rendelésnek ez az adata itt nem javítható. Javítsa a webáruházban.',
    'settings-instead': 'Ez a webáruház beállítása, nem ennek a rendelésnek az adata.',
    'faulty-value': 'Az érték nem felel meg a mező melletti szabálynak.',
    'as-it-stands': 'Már most is ez az érték szerepel ott.',
    'changed-meanwhile':
      'Időközben más érték került oda: a webáruház küldte, vagy valaki más javította. Nézze meg újra a levelet.',
    'still-wrong': 'Ezzel az értékkel a rendelésből ismét ugyanilyen levél lenne.',
    'not-certain': 'Előbb nézze meg a CO3-ban, és jelölje be, hogy nincs ott.',
  },
);

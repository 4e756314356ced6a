import type { OwnProblem } from '../own-problems.ts';

/** A document in CO3 that is not there for certain, or does not say what the order owes. */
export const DOCUMENT_PROBLEMS = {
  OutcomeUnknown: {
    title: { en: 'A document or payment of unknown outcome', hu: 'Bizonytalan kimenetelű bizonylat vagy befizetés' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'CO3 gave no readable answer to a document or a payment, so nobody can say whether it was made.',
      hu: 'A CO3 nem adott olvasható választ egy bizonylatra vagy befizetésre, ezért senki sem tudja, elkészült-e.',
    },
    advice: {
      en: 'The text above says how often the bridge has searched CO3 for it. Look there yourself: by the marker or the order’s number in the comment, the buyer and the sum. It is there: `bridge dlq adopt ID --as NUMBER` with the invoice’s number; the bridge compares it with what was sent and goes on. It is certainly not there, ten minutes and more after it was sent: `bridge dlq redrive ID --send-again`. Should CO3 have it after all, there are two invoices, and one of them has to be cancelled; so the bridge watches CO3 for a day, and a late find is the letter DuplicateFound. A payment has no number: look at the invoice’s balance; sent again, only what is still missing is booked.',
      hu: 'A fenti szövegből látszik, hányszor kereste a bridge a CO3-ban. Nézze meg Ön is a megjegyzésben lévő jelölő vagy rendelésszám, a vevő és az összeg alapján. Ha megvan, adja meg a számla számát: `bridge dlq adopt ID --as NUMBER`; a bridge összeveti az elküldött adatokkal, és folytatja a munkát. Ha legalább tíz perccel a küldés után sincs meg, és ez biztos: `bridge dlq redrive ID --send-again`. Ha a CO3-ban mégis elkészült, két számla lesz, és az egyiket sztornózni kell; ezért a bridge még egy napig figyeli a CO3-at, és ha utólag előkerül, DuplicateFound levél készül róla. A befizetésnek nincs száma: ilyenkor a számla egyenlegét nézze meg; az újraküldés csak a még hiányzó összeget könyveli.',
    },
    docs: 'docs/errors.md#outcomeunknown',
  },
  DocumentIdUnknown: {
    title: { en: 'The id of an issued document is not known', hu: 'A kiállított bizonylat azonosítója nem ismert' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'CO3 took a document without saying its id, and it cannot be found by its marker; a correction or a payment needs the id.',
      hu: 'A CO3 átvett egy bizonylatot, de nem közölte az azonosítóját, és a jelölője alapján sem található meg; a helyesbítéshez és a befizetéshez szükség van rá.',
    },
    advice: {
      en: 'The document is issued, so nothing may be sent again. Look for it in CO3 by the order’s number, the buyer and the sum, and name it with its number: `bridge dlq adopt ID --as NUMBER`. If it happens with every invoice, CO3 does not keep the comment or calls the id otherwise than the account’s `contract` says: tell a developer.',
      hu: 'A bizonylat elkészült, ezért semmit sem szabad újraküldeni. Keresse meg a CO3-ban a rendelésszám, a vevő és az összeg alapján, majd adja meg a számát: `bridge dlq adopt ID --as NUMBER`. Ha minden számlánál előfordul, a CO3 nem őrzi meg a megjegyzést, vagy másképp nevezi az azonosítót, mint a fiók `contract` beállítása: szóljon egy fejlesztőnek.',
    },
    docs: 'docs/errors.md#documentidunknown',
  },
  CorrectionNeeded: {
    title: { en: 'The invoice needs a correction', hu: 'A számla helyesbítésre szorul' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The order is invoiced and now owes another sum, and its correction is left to a person: by the setting `edits: letter`, or because order and documents cannot be compared row by row.',
      hu: 'A rendelésről már készült számla, de most más összeg jár utána, és a helyesbítés emberre vár: az `edits: letter` beállítás miatt, vagy mert a rendelés és a bizonylatok tételenként nem vethetők össze.',
    },
    advice: {
      en: 'Compare the order in the shop with its invoice in CO3. If the settings leave edits to a person (`edits: letter`) and the edit is right, `bridge dlq redrive ID` sends the corrective invoice. If rows or currencies cannot be compared, a redrive does not help: issue the corrective invoice or the storno by hand in CO3. Never delete the invoice.',
      hu: 'Vesse össze a webáruház rendelését a CO3-ban lévő számlával. Ha a beállítás a szerkesztett rendelések helyesbítését emberre bízza (`edits: letter`), és a módosítás helyes, indítsa újra: `bridge dlq redrive ID`; ezzel elkészül a helyesbítő számla. Ha a tételek vagy a pénznemek nem vethetők össze, az újraindítás nem segít: állítsa ki a helyesbítő vagy sztornó számlát kézzel a CO3-ban. A számlát soha ne törölje.',
    },
    docs: 'docs/errors.md#correctionneeded',
  },
  ChangedAfterInvoice: {
    title: { en: 'Buyer or items changed after the invoice', hu: 'A számla után változott a vevő vagy a tételek' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The order has another buyer or other items than its invoice, while the sum is the same.',
      hu: 'A rendelésben más a vevő vagy mások a tételek, mint a számláján, az összeg viszont ugyanaz.',
    },
    advice: {
      en: 'See what was changed in the shop after the invoice; a change of no legal weight needs nothing. If the invoice must show it (buyer, tax number, items), either cancel it and issue another by hand in CO3, or let the bridge do both, but never both ways: set `edits: storno-and-new` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`. That setting holds for every order of the shop that is edited after its invoice.',
      hu: 'Nézze meg, mi változott a webáruházban a számla kiállítása után; jogilag jelentéktelen változásnál nincs teendő. Ha a számlán is szerepelnie kell (vevő, adószám, tételek), vagy sztornózza, és állítson ki újat kézzel a CO3-ban, vagy bízza mindkettőt a bridge-re, de a kettő közül csak az egyiket válassza: állítsa be a webáruháznál az `edits: storno-and-new` értéket az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Ez a beállítás a webáruház minden olyan rendelésére érvényes, amelyet a számla kiállítása után szerkesztenek.',
    },
    docs: 'docs/errors.md#changedafterinvoice',
  },
  OwedAgain: {
    title: {
      en: 'A cancelled or refunded order is owed again',
      hu: 'A törölt vagy visszatérített rendelés ismét fizetendő',
    },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The order was cancelled or refunded and its invoice was taken back for it; the shop now says that this is no longer so, and the order owes again.',
      hu: 'A rendelést törölték vagy visszatérítették, és ezért a számláját sztornózták; a webáruház szerint ez már nem áll fenn, és a rendelés ismét fizetendő.',
    },
    advice: {
      en: 'Open the order in the shop and find out why the cancellation or refund is gone. If the buyer does owe the money (the order was restored, the refund failed), `bridge dlq redrive ID` issues anew what is owed. If not, cancel or refund the order in the shop again; it then comes by itself and the letter closes.',
      hu: 'Nyissa meg a rendelést a webáruházban, és derítse ki, miért tűnt el róla a törlés vagy a visszatérítés. Ha a vevő valóban tartozik (a rendelést visszaállították, vagy a visszatérítés meghiúsult), indítsa újra: `bridge dlq redrive ID`; a bridge ekkor újra kiállítja a számlát a járó összegről. Ha nem tartozik, törölje vagy térítse vissza újra a rendelést a webáruházban; ezután magától beérkezik, és a levél lezárul.',
    },
    docs: 'docs/errors.md#owedagain',
  },
  AmountDiffers: {
    title: {
      en: 'CO3 shows another amount than was sent',
      hu: 'A CO3-ban más összeg szerepel, mint amit a bridge küldött',
    },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'CO3 shows another sum for a document than was sent.',
      hu: 'A CO3 egy bizonylatnál más összeget mutat, mint amit a bridge elküldött.',
    },
    advice: {
      en: 'Compare both sums. A few forints: CO3 rounds otherwise than the account’s `contract` says; tell a developer, because it will happen again. More: somebody has changed the invoice in CO3, or another one was adopted by mistake; find out who and why, and correct it there. Once what CO3 shows is right, `bridge dlq redrive ID` accepts it, and the order goes on.',
      hu: 'Vesse össze a két összeget. Néhány forint eltérés esetén a CO3 másképp kerekít, mint ahogyan a fiók `contract` beállítása mondja: szóljon egy fejlesztőnek, mert ismét elő fog fordulni. Nagyobb eltérésnél valaki módosította a számlát a CO3-ban, vagy tévedésből másik számlát adtak meg: derítse ki, ki és miért, és helyesbítse ott. Ha már helyes, amit a CO3 mutat, indítsa újra: `bridge dlq redrive ID`; a bridge elfogadja az összeget, és folytatja a rendelést.',
    },
    docs: 'docs/errors.md#amountdiffers',
  },
  InvoiceMissingInCo3: {
    title: { en: 'An issued invoice is missing in CO3', hu: 'A kiállított számla hiányzik a CO3-ból' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The bridge has issued an invoice, and CO3 does not have it (any more) or does not let it be corrected.',
      hu: 'A bridge kiállított egy számlát, de az nincs (vagy már nincs) meg a CO3-ban, vagy a CO3 nem engedi helyesbíteni.',
    },
    advice: {
      en: 'Look for the invoice in CO3 by its number, the order’s number and the buyer, and ask who may have deleted it. If it can be restored, restore it, then `bridge dlq redrive ID`. If not, settle the order by hand in CO3; the bridge does not forget the invoice and never sends a second one by itself.',
      hu: 'Keresse meg a számlát a CO3-ban a számlaszám, a rendelésszám és a vevő alapján, és derítse ki, ki törölhette. Ha visszaállítható, állítsa vissza, majd indítsa újra: `bridge dlq redrive ID`. Ha nem, rendezze a rendelést kézzel a CO3-ban; a bridge nem felejti el a számlát, és második soha nem készül magától.',
    },
    docs: 'docs/errors.md#invoicemissinginco3',
  },
  DuplicateFound: {
    title: { en: 'The same document is in CO3 twice', hu: 'Ugyanaz a bizonylat kétszer szerepel a CO3-ban' },
    fixedBy: 'accountant',
    alarm: true,
    means: {
      en: 'CO3 has more than one document for the same thing: one that seemed lost was sent again and has turned up.',
      hu: 'A CO3-ban egynél több bizonylat van ugyanarról: az elveszettnek hitt bizonylatot a bridge újraküldte, majd az eredeti is előkerült.',
    },
    advice: {
      en: 'Open the documents in CO3, keep the one that the bridge knows (`bridge order` names it) and cancel the surplus one by hand (storno), as accounting rules demand; if the buyer has received that one, send the other. Once it is cancelled in CO3, `bridge dlq redrive ID` closes the matter, and the order goes on.',
      hu: 'Nyissa meg a bizonylatokat a CO3-ban, tartsa meg azt, amelyet a bridge ismer (a `bridge order` megnevezi), a feleslegeset pedig sztornózza kézzel a számviteli szabályok szerint; ha a vevő a feleslegeset kapta meg, küldje el neki a másikat. Ha a sztornó elkészült a CO3-ban, indítsa újra: `bridge dlq redrive ID`; ezzel az ügy lezárul, és a rendelés feldolgozása folytatódik.',
    },
    docs: 'docs/errors.md#duplicatefound',
  },
  ChangedAfterDiscard: {
    title: { en: 'An order settled by hand has changed', hu: 'Megváltozott egy kézzel rendezett rendelés' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'A person has discarded a letter of the order, which had no document of the bridge’s, and the order has changed in the shop since.',
      hu: 'Valaki kézzel lezárta a rendelés egyik levelét, amikor a bridge még nem készített róla bizonylatot, és a rendelés azóta megváltozott a webáruházban.',
    },
    advice: {
      en: 'The text above gives the reason that the person gave. Was the order invoiced by hand? Then correct or cancel that invoice by hand in CO3 as the change demands, and close this letter with `bridge dlq discard ID --reason TEXT`. Is there no invoice, and the bridge is to make it of the order as it is today? `bridge dlq redrive ID`. Never both.',
      hu: 'A fenti szövegben olvasható, milyen okot adott meg, aki lezárta. Kézzel készült számla a rendelésről? Akkor helyesbítse vagy sztornózza azt kézzel a CO3-ban a változásnak megfelelően, majd zárja le ezt a levelet: `bridge dlq discard ID --reason TEXT`. Nincs még számla, és a mai állapot szerint a bridge állítsa ki? `bridge dlq redrive ID`. A kettő közül csak az egyiket válassza.',
    },
    docs: 'docs/errors.md#changedafterdiscard',
  },
} as const satisfies Record<string, OwnProblem>;

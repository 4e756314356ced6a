import type { OwnProblem } from '../own-problems.ts';

/** What happened on the way from the shop to CO3, and what CO3 said without a number that the catalogue knows. */
export const DELIVERY_PROBLEMS = {
  UnreadablePayload: {
    title: { en: 'A message of the shop cannot be read', hu: 'A webáruház üzenete nem olvasható' },
    fixedBy: 'developer',
    alarm: false,
    means: {
      en: 'A genuine message of the shop under a topic that is used cannot be read: it holds no order, product or stock level in a form that is known.',
      hu: 'A webáruház hiteles, használt témájú üzenete nem olvasható: nincs benne ismert alakú rendelés, termék vagy készletadat.',
    },
    advice: {
      en: 'See which place is missing or of another form. Where the sender is your own (platform `standard`), mend it and send the whole again; else teach the reader under lib/shops, deploy, then save the order or the product again in the shop so that it is sent anew.',
      hu: 'Nézze meg, melyik mező hiányzik, vagy más alakú a vártnál. Ha a küldő az Öné (`standard` platform), javítsa azt, és küldje el újra az egészet; különben javítsa az olvasót (lib/shops), telepítse, majd mentse el újra a rendelést vagy a terméket a webáruházban, hogy ismét beérkezzen.',
    },
    docs: 'docs/errors.md#unreadablepayload',
  },
  WrongShop: {
    title: { en: 'A message came from another shop', hu: 'Az üzenet másik webáruházból érkezett' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'A message signed with this shop’s secret comes from another shop.',
      hu: 'Az üzenetet ennek a webáruháznak a titkával írták alá, de egy másik webáruházból származik.',
    },
    advice: {
      en: 'Two shops probably share a webhook address or a secret. Give each its own, compare `tenant` (at Shopify also `shopId`) in infra/shops.yml with the shop’s own, deploy, then save the order or the product again in the shop.',
      hu: 'Valószínűleg két webáruház ugyanazt a webhookcímet vagy titkot használja. Adjon mindegyiknek sajátot, vesse össze az infra/shops.yml `tenant` (Shopifynál a `shopId`) értékét a webáruház sajátjával, telepítsen, majd mentse el újra a rendelést vagy a terméket a webáruházban.',
    },
    docs: 'docs/errors.md#wrongshop',
  },
  DataRequested: {
    title: {
      en: 'A buyer wants to know what is kept of them',
      hu: 'Egy vevő tudni szeretné, milyen adatait őrizzük',
    },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'Through the shop a buyer asks for a copy of their data, which they have a right to within a month. Nothing is wrong with any order.',
      hu: 'Egy vevő a webáruházon keresztül az adatai másolatát kéri, amelyet egy hónapon belül meg kell kapnia. Egyetlen rendeléssel sincs baj.',
    },
    advice: {
      en: 'For each order that the text above names: `bridge personal-data --shop SHOP --order ID --out FILE`, and let whoever answers for the shop send the file to the buyer, together with what CO3 has of them. Then `bridge dlq discard ID --reason REASON`.',
      hu: 'A fenti szövegben felsorolt minden rendelésre: `bridge personal-data --shop SHOP --order ID --out FILE`, majd a webáruház felelőse küldje el a fájlt a vevőnek azzal együtt, amit a CO3 tárol róla. Utána: `bridge dlq discard ID --reason REASON`.',
    },
    docs: 'docs/errors.md#datarequested',
  },
  NeverMerged: {
    title: {
      en: 'A message of the shop was given up',
      hu: 'A webáruház egy üzenete feldolgozatlanul félrekerült',
    },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'A message of the shop was taken up many times and never could be written down, so that the queue gave it up.',
      hu: 'A rendszer sokszor elővette a webáruház egy üzenetét, de egyszer sem tudta rögzíteni, ezért a várólista félretette.',
    },
    advice: {
      en: 'Look for the reason in the log of `deliver`; most often the shop is no longer in infra/shops.yml. Put it back, or mend what the log names, deploy, then `bridge dlq redrive ID` puts the message back into the queue. If its matter is settled otherwise: `bridge dlq discard ID`.',
      hu: 'Keresse meg az okot a `deliver` naplójában; többnyire az, hogy a webáruház már nem szerepel az infra/shops.yml fájlban. Vegye vissza, vagy javítsa, amit a napló megnevez, telepítsen, majd a `bridge dlq redrive ID` visszateszi az üzenetet a várólistára. Ha az ügyet másként rendezték: `bridge dlq discard ID`.',
    },
    docs: 'docs/errors.md#nevermerged',
  },
  UnknownShop: {
    title: { en: 'The order’s shop is not in the settings', hu: 'A rendelés webáruháza nincs a beállításokban' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The order belongs to a shop that the settings do not (or no longer) have.',
      hu: 'A rendelés olyan webáruházhoz tartozik, amely nem szerepel (vagy már nem szerepel) a beállításokban.',
    },
    advice: {
      en: 'Put the shop back into infra/shops.yml with the same `platform` and `tenant`, deploy, then `bridge dlq redrive ID`. If the shop is closed for good, invoice what is left by hand in CO3.',
      hu: 'Vegye vissza a webáruházat az infra/shops.yml fájlba ugyanazzal a `platform` és `tenant` értékkel, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Ha a webáruház végleg megszűnt, a fennmaradó rendeléseket számlázza ki kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#unknownshop',
  },
  OrderTooLarge: {
    title: { en: 'The order is too large', hu: 'Túl nagy a rendelés' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The order is too large to be kept or passed on.',
      hu: 'A rendelés túl nagy ahhoz, hogy a rendszer eltárolja vagy továbbadja.',
    },
    advice: {
      en: 'Issue the order’s invoice by hand in CO3, or split the order in the shop into smaller ones, which then go by themselves.',
      hu: 'Állítsa ki a rendelés számláját kézzel a CO3-ban, vagy bontsa a rendelést kisebbekre a webáruházban; azok magától elindulnak.',
    },
    docs: 'docs/errors.md#ordertoolarge',
  },
  ConflictingSnapshots: {
    title: {
      en: 'Two different states of the order at one time',
      hu: 'Egy időpontra két eltérő rendelésállapot érkezett',
    },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'The shop sent two different states of the order with the same time of change.',
      hu: 'A webáruház ugyanazzal a módosítási idővel két különböző állapotot küldött a rendelésről.',
    },
    advice: {
      en: 'Open the order in the shop, see that it is right, change something harmless (a note or a tag) and save. The newer state then counts and the order goes by itself.',
      hu: 'Nyissa meg a rendelést a webáruházban, ellenőrizze, hogy helyes-e, módosítson rajta valami ártalmatlant (megjegyzést vagy címkét), és mentse el. Ezután az újabb állapot érvényes, és a rendelés magától elindul.',
    },
    docs: 'docs/errors.md#conflictingsnapshots',
  },
  ShopOrderUnreadable: {
    title: { en: 'The order cannot be read from the shop', hu: 'A rendelés nem olvasható ki a webáruházból' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The shop’s own API does not tell the order, or tells it in a way that no invoice may be made from.',
      hu: 'A webáruház saját API-ja nem adja ki a rendelést, vagy olyan alakban adja ki, amelyből nem készíthető számla.',
    },
    advice: {
      en: 'Read above what the shop’s answer lacks. An order that is gone, merged with another, split or a return: see what it owes and settle it by hand in CO3. An order that a person has corrected in the shop, or that the shop did not show for a while: `bridge dlq redrive ID` asks the shop again. An answer of an unknown form: tell a developer, who teaches the reader under lib/shops.',
      hu: 'Olvassa el fent, mi hiányzik a webáruház válaszából. Ha a rendelés már nincs meg, összevonták, szétbontották vagy visszáru: nézze meg, mi jár utána, és rendezze kézzel a CO3-ban. Ha a rendelést javították a webáruházban, vagy az csak átmenetileg nem adta ki: a `bridge dlq redrive ID` újra lekérdezi. Ha a válasz ismeretlen alakú: szóljon egy fejlesztőnek, aki kibővíti az olvasót (lib/shops).',
    },
    docs: 'docs/errors.md#shoporderunreadable',
  },
  WorkerCrashed: {
    title: { en: 'The work on the order broke off five times', hu: 'A rendelés feldolgozása ötször megszakadt' },
    fixedBy: 'developer',
    alarm: false,
    means: {
      en: 'The worker ended without a result five times while it worked on this order.',
      hu: 'A feldolgozó ötször eredmény nélkül állt le, miközben ezen a rendelésen dolgozott.',
    },
    advice: {
      en: 'Search the log of `deliver` for the order’s id: time-out, memory, or an exception? Mend the cause, deploy, then `bridge dlq redrive ID`. A document that was on its way is not sent twice: the bridge searches CO3 for it first, and asks a person where it finds nothing.',
      hu: 'Keressen rá a rendelés azonosítójára a `deliver` naplójában: időtúllépés, memóriahiány vagy kivétel történt? Szüntesse meg az okot, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Az éppen küldés alatt álló bizonylat nem készül el kétszer: a bridge előbb megkeresi a CO3-ban, és ha nem találja, emberi döntést kér.',
    },
    docs: 'docs/errors.md#workercrashed',
  },
  ContactNotConfirmed: {
    title: { en: 'It is not known whether CO3 has the buyer', hu: 'Nem derült ki, szerepel-e a vevő a CO3-ban' },
    fixedBy: 'co3-admin',
    alarm: false,
    means: {
      en: 'Whether CO3 has the buyer as a contact could not be found out in five tries.',
      hu: 'Öt próbálkozásból sem derült ki, hogy a vevő szerepel-e partnerként a CO3-ban.',
    },
    advice: {
      en: 'Look for the buyer in CO3 by name and e-mail. If the contact is there, see that its names and its e-mail are those of the order, so that the bridge finds it; if CO3 is slow or its user may not read contacts, mend that. Then `bridge dlq redrive ID`.',
      hu: 'Keresse meg a vevőt a CO3-ban név és e-mail-cím alapján. Ha a partner megvan, gondoskodjon róla, hogy a neve és az e-mail-címe a rendelésével egyezzen, így a bridge megtalálja; ha a CO3 lassú, vagy a felhasználója nem olvashat partnereket, szüntesse meg ezt az okot. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#contactnotconfirmed',
  },
  RefusedWithoutCode: {
    title: { en: 'CO3 refused without an error number', hu: 'A CO3 hibakód nélkül utasította el a kérést' },
    fixedBy: 'developer',
    alarm: false,
    means: {
      en: 'CO3 refused the call without giving a number.',
      hu: 'A CO3 hibakód megadása nélkül utasította el a hívást.',
    },
    advice: {
      en: 'Read what CO3 said. If it names something in the order or the settings, mend it there, then `bridge dlq redrive ID`. Otherwise ask CO3’s support and send them the text and the time.',
      hu: 'Olvassa el a CO3 válaszát. Ha a rendelésben vagy a beállításokban lévő adatot nevez meg, javítsa ott, majd indítsa újra: `bridge dlq redrive ID`. Egyébként forduljon a CO3 ügyfélszolgálatához a szöveggel és az időponttal.',
    },
    docs: 'docs/errors.md#refusedwithoutcode',
  },
  UnknownCode: {
    title: { en: 'CO3 refused with an unknown error number', hu: 'A CO3 ismeretlen hibakóddal utasította el a kérést' },
    fixedBy: 'developer',
    alarm: true,
    means: {
      en: 'CO3 refused the call with a number that the catalogue does not have.',
      hu: 'A CO3 olyan hibakóddal utasította el a hívást, amely nem szerepel a katalógusban.',
    },
    advice: {
      en: 'Read what CO3 said and mend what it names, then `bridge dlq redrive ID`. Add the number with its text to the catalogue (lib/co3/codes), so that the next one is understood.',
      hu: 'Olvassa el a CO3 válaszát, javítsa, amit megnevez, majd indítsa újra: `bridge dlq redrive ID`. Vegye fel a számot a szövegével együtt a katalógusba (lib/co3/codes), hogy a következő esetet a rendszer már felismerje.',
    },
    docs: 'docs/errors.md#unknowncode',
  },
} as const satisfies Record<string, OwnProblem>;

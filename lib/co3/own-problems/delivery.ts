import type { OwnProblem } from '../own-problems.ts';

/** What happened on the way from the shop to CO3, and what CO3 said without a number that the catalogue knows. */
export const DELIVERY_PROBLEMS = {
  UnreadablePayload: {
    fixedBy: 'developer',
    alarm: false,
    means:
      'A genuine message of the shop under a topic that is used cannot be read: it holds no order, product or stock level in a form that is known.',
    advice: {
      en: 'See which place is missing or of another form. Where the sender is your own (platform `standard`), mend it and send the whole again; else teach the reader under lib/shops, deploy, then save the order or the product again in the shop so that it is sent anew.',
      hu: 'Nézze meg, melyik mező hiányzik, vagy más alakú a vártnál. Ha a küldő az Öné (`standard` platform), javítsa azt, és küldje el újra az egészet; különben javítsa az olvasót (lib/shops), telepítse, majd mentse el újra a rendelést vagy a terméket a webáruházban, hogy ismét beérkezzen.',
    },
    docs: 'docs/errors.md#unreadablepayload',
  },
  WrongShop: {
    fixedBy: 'settings',
    alarm: false,
    means: 'A message signed with this shop’s secret comes from another shop.',
    advice: {
      en: 'Two shops probably share a webhook address or a secret. Give each its own, compare `tenant` (at Shopify also `shopId`) in infra/shops.yml with the shop’s own, deploy, then save the order or the product again in the shop.',
      hu: 'Valószínűleg két webáruház ugyanazt a webhookcímet vagy titkot használja. Adjon mindegyiknek sajátot, vesse össze az infra/shops.yml `tenant` (Shopifynál a `shopId`) értékét a webáruház sajátjával, telepítsen, majd mentse el újra a rendelést vagy a terméket a webáruházban.',
    },
    docs: 'docs/errors.md#wrongshop',
  },
  UnknownShop: {
    fixedBy: 'settings',
    alarm: false,
    means: 'The order belongs to a shop that the settings do not (or no longer) have.',
    advice: {
      en: 'Put the shop back into infra/shops.yml with the same `platform` and `tenant`, deploy, then `bridge dlq redrive ID`. If the shop is closed for good, invoice what is left by hand in CO3.',
      hu: 'Vegye vissza a webáruházat az infra/shops.yml fájlba ugyanazzal a `platform` és `tenant` értékkel, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Ha a webáruház végleg megszűnt, a fennmaradó rendeléseket számlázza ki kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#unknownshop',
  },
  OrderTooLarge: {
    fixedBy: 'accountant',
    alarm: false,
    means: 'The order is too large to be kept or passed on.',
    advice: {
      en: 'Issue the order’s invoice by hand in CO3, or split the order in the shop into smaller ones, which then go by themselves.',
      hu: 'Állítsa ki a rendelés számláját kézzel a CO3-ban, vagy bontsa a rendelést kisebbekre a webáruházban; azok magától elindulnak.',
    },
    docs: 'docs/errors.md#ordertoolarge',
  },
  ConflictingSnapshots: {
    fixedBy: 'buyer-data',
    alarm: false,
    means: 'The shop sent two different states of the order with the same time of change.',
    advice: {
      en: 'Open the order in the shop, see that it is right, change something harmless (a note or a tag) and save. The newer state then counts and the order goes by itself.',
      hu: 'Nyissa meg a rendelést a webáruházban, ellenőrizze, hogy helyes-e, módosítson rajta valami ártalmatlant (megjegyzést vagy címkét), és mentse el. Ezután az újabb állapot érvényes, és a rendelés magától elindul.',
    },
    docs: 'docs/errors.md#conflictingsnapshots',
  },
  ShopOrderUnreadable: {
    fixedBy: 'accountant',
    alarm: false,
    means: 'The shop’s own API does not tell the order, or tells it in a way that no invoice may be made from.',
    advice: {
      en: 'Read above what the shop’s answer lacks. An order that is gone, merged with another, split or a return: see what it owes and settle it by hand in CO3. An order that a person has corrected in the shop, or that the shop did not show for a while: `bridge dlq redrive ID` asks the shop again. An answer of an unknown form: tell a developer, who teaches the reader under lib/shops.',
      hu: 'Olvassa el fent, mi hiányzik a webáruház válaszából. Ha a rendelés már nincs meg, összevonták, szétbontották vagy visszáru: nézze meg, mi jár utána, és rendezze kézzel a CO3-ban. Ha a rendelést javították a webáruházban, vagy az csak átmenetileg nem adta ki: a `bridge dlq redrive ID` újra lekérdezi. Ha a válasz ismeretlen alakú: szóljon egy fejlesztőnek, aki kibővíti az olvasót (lib/shops).',
    },
    docs: 'docs/errors.md#shoporderunreadable',
  },
  WorkerCrashed: {
    fixedBy: 'developer',
    alarm: false,
    means: 'The worker ended without a result five times while it worked on this order.',
    advice: {
      en: 'Search the log of `deliver` for the order’s id: time-out, memory, or an exception? Mend the cause, deploy, then `bridge dlq redrive ID`. A document that was on its way is not sent twice: the bridge searches CO3 for it first, and asks a person where it finds nothing.',
      hu: 'Keressen rá a rendelés azonosítójára a `deliver` naplójában: időtúllépés, memóriahiány vagy kivétel történt? Szüntesse meg az okot, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Az éppen küldés alatt álló bizonylat nem készül el kétszer: a bridge előbb megkeresi a CO3-ban, és ha nem találja, emberi döntést kér.',
    },
    docs: 'docs/errors.md#workercrashed',
  },
  ContactNotConfirmed: {
    fixedBy: 'co3-admin',
    alarm: false,
    means: 'Whether CO3 has the buyer as a contact could not be found out in five tries.',
    advice: {
      en: 'Look for the buyer in CO3 by name and e-mail. If the contact is there, see that its names and its e-mail are those of the order, so that the bridge finds it; if CO3 is slow or its user may not read contacts, mend that. Then `bridge dlq redrive ID`.',
      hu: 'Keresse meg a vevőt a CO3-ban név és e-mail-cím alapján. Ha a partner megvan, gondoskodjon róla, hogy a neve és az e-mail-címe a rendelésével egyezzen, így a bridge megtalálja; ha a CO3 lassú, vagy a felhasználója nem olvashat partnereket, szüntesse meg ezt az okot. Ezután indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#contactnotconfirmed',
  },
  RefusedWithoutCode: {
    fixedBy: 'developer',
    alarm: false,
    means: 'CO3 refused the call without giving a number.',
    advice: {
      en: 'Read what CO3 said. If it names something in the order or the settings, mend it there, then `bridge dlq redrive ID`. Otherwise ask CO3’s support and send them the text and the time.',
      hu: 'Olvassa el a CO3 válaszát. Ha a rendelésben vagy a beállításokban lévő adatot nevez meg, javítsa ott, majd indítsa újra: `bridge dlq redrive ID`. Egyébként forduljon a CO3 ügyfélszolgálatához a szöveggel és az időponttal.',
    },
    docs: 'docs/errors.md#refusedwithoutcode',
  },
  UnknownCode: {
    fixedBy: 'developer',
    alarm: true,
    means: 'CO3 refused the call with a number that the catalogue does not have.',
    advice: {
      en: 'Read what CO3 said and mend what it names, then `bridge dlq redrive ID`. Add the number with its text to the catalogue (lib/co3/codes), so that the next one is understood.',
      hu: 'Olvassa el a CO3 válaszát, javítsa, amit megnevez, majd indítsa újra: `bridge dlq redrive ID`. Vegye fel a számot a szövegével együtt a katalógusba (lib/co3/codes), hogy a következő esetet a rendszer már felismerje.',
    },
    docs: 'docs/errors.md#unknowncode',
  },
} as const satisfies Record<string, OwnProblem>;

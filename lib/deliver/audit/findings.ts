interface FindingKind {
  /** What it is called in a list of many. */
  readonly title: string;
  readonly advice: { readonly en: string; readonly hu: string };
}

/** What an audit can find, in the order in which it is shown, and what whoever keeps the books does about it. */
export const FINDINGS = {
  Doubled: {
    title: 'several invoices for one thing owed',
    advice: {
      en: 'Keep the invoice that the ledger knows and cancel the others in CO3; tell whoever runs the bridge.',
      hu: 'Tartsa meg azt a számlát, amelyet a főkönyv ismer, a többit sztornózza a CO3-ban, és értesítse a híd üzemeltetőjét.',
    },
  },
  Missing: {
    title: 'sent and acknowledged, and not in CO3',
    advice: {
      en: 'Look for the invoice in CO3 by its id and its order’s number. Where it is gone, find out who removed it: the bridge does not send it again.',
      hu: 'Keresse meg a számlát a CO3-ban azonosító és rendelésszám szerint. Ha nincs meg, derítse ki, ki törölte: a híd nem küldi el újra.',
    },
  },
  UnknownToLedger: {
    title: 'in CO3 with our marker, and not in the ledger',
    advice: {
      en: 'Do not cancel it yet: look at the order with `bridge order`. Where the ledger has lost it, `bridge ledger rebuild` takes it back; where it is one too many, cancel it in CO3.',
      hu: 'Még ne sztornózza: nézze meg a rendelést a `bridge order` paranccsal. Ha a főkönyv elvesztette, a `bridge ledger rebuild` visszaveszi; ha felesleges, sztornózza a CO3-ban.',
    },
  },
  AmountDiffers: {
    title: 'CO3 shows another amount than was sent',
    advice: {
      en: 'Compare both in CO3. Where somebody changed the invoice there, set it right; where CO3 rounds, tell whoever runs the bridge.',
      hu: 'Vesse össze a kettőt a CO3-ban. Ha valaki ott módosította a számlát, javítsa; ha a CO3 kerekít, értesítse a híd üzemeltetőjét.',
    },
  },
  OwedDiffers: {
    title: 'the order owes another amount than its documents say',
    advice: {
      en: 'Compare the order in the shop with its documents. Let the shop send the order once more (save it); where the difference stays, correct it in CO3.',
      hu: 'Vesse össze a rendelést a webáruházban a bizonylataival. Küldesse el újra a rendelést (mentse el); ha a különbség megmarad, helyesbítse a CO3-ban.',
    },
  },
  StornoByHand: {
    title: 'cancelled or corrected in CO3 by hand',
    advice: {
      en: 'The bridge does not know of it and goes on counting the invoice. Where the order still owes the money, issue an invoice by hand; else cancel or refund the order in the shop only after asking whoever runs the bridge.',
      hu: 'A híd nem tud róla, és a számlát továbbra is élőnek tekinti. Ha a rendelés díja továbbra is jár, állítson ki számlát kézzel; egyébként a rendelést csak a híd üzemeltetőjével egyeztetve törölje vagy térítse vissza a webáruházban.',
    },
  },
  Unreadable: {
    title: 'listed by CO3, and not to be read',
    advice: {
      en: 'The audit could not look at it. Open it in CO3, and run the audit once more.',
      hu: 'Az ellenőrzés nem tudta megnézni. Nyissa meg a CO3-ban, és futtassa újra az ellenőrzést.',
    },
  },
  Waiting: {
    title: 'due for its document, and not sent',
    advice: {
      en: 'Look at the account’s lane with `bridge lane list`: it is held, or the worker does not run.',
      hu: 'Nézze meg a fiók sávját a `bridge lane list` paranccsal: meg van állítva, vagy a feldolgozó nem fut.',
    },
  },
  NavMissing: {
    title: 'without a status of the tax authority (NAV)',
    advice: {
      en: 'Issuing an invoice does not report it. Look in CO3 whether it was sent to NAV, and send it there.',
      hu: 'A számla kiállítása nem jelent adatszolgáltatást. Ellenőrizze a CO3-ban, hogy elküldték-e a NAV-nak, és küldje el onnan.',
    },
  },
  Open: {
    title: 'waits for a person, or for CO3’s answer',
    advice: {
      en: 'Nothing is lost: answer the letter (`bridge dlq show`), release the order (`bridge order`), or wait for the search to end.',
      hu: 'Semmi sem veszett el: rendezze a levelet (`bridge dlq show`), engedje el a rendelést (`bridge order`), vagy várja meg a keresés végét.',
    },
  },
  Stranger: {
    title: 'issued by somebody else',
    advice: {
      en: 'None, unless an order of the shop was invoiced by hand as well: look at the buyer and the sum.',
      hu: 'Nincs teendő, hacsak nem a webáruház egy rendelését számlázták ki kézzel is: nézze meg a vevőt és az összeget.',
    },
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingName = keyof typeof FINDINGS;

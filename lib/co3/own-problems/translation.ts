import type { OwnProblem } from '../own-problems.ts';

/** An order of which the bridge cannot be sure what its invoice must say. Nothing was sent. */
export const TRANSLATION_PROBLEMS = {
  TotalsMismatch: {
    title: { en: 'The rows do not add up to the total', hu: 'A tételek összege eltér a végösszegtől' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'The rows of the order do not add up to its total.',
      hu: 'A rendelés tételeinek összege nem egyezik a végösszegével.',
    },
    advice: {
      en: 'Compare the rows with the total in the shop; an app may have changed prices after the purchase. A difference of a minor unit per row may go into a row of its own: set `roundingRow` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`. Anything larger: correct the order in the shop, or issue its invoice by hand in CO3.',
      hu: 'Vesse össze a tételeket a végösszeggel a webáruházban; lehet, hogy egy bővítmény utólag módosította az árakat. A tételenként legfeljebb egy legkisebb pénzegységnyi eltérés külön tételbe kerülhet: állítsa be a webáruház `roundingRow` értékét az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Nagyobb eltérésnél javítsa a rendelést a webáruházban, vagy állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#totalsmismatch',
  },
  VatMismatch: {
    title: { en: 'A row’s tax does not fit its VAT rate', hu: 'Egy tétel áfája nem felel meg az áfakulcsának' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'A row’s tax differs from its net amount times its rate by more than one minor unit (one forint where a shop sends whole forints).',
      hu: 'Egy tétel áfája több mint egy legkisebb pénzegységgel (egész forintot küldő webáruháznál egy forinttal) eltér a nettó összeg és az áfakulcs szorzatától.',
    },
    advice: {
      en: 'Look at the named row: which is wrong, the rate or the amount of tax? Correct the product’s tax or the shop’s tax settings for later orders. If the order can still be edited, correct it and it goes again by itself; else issue its invoice by hand in CO3.',
      hu: 'Nézze meg a megnevezett tételt: az áfakulcs vagy az áfa összege hibás? A későbbi rendelésekhez javítsa a termék vagy a webáruház adóbeállítását. Ha a rendelés még szerkeszthető, javítsa, és magától újra elindul; egyébként állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#vatmismatch',
  },
  RefundDiffers: {
    title: {
      en: 'The refund differs from the refunded rows',
      hu: 'A visszatérítés eltér a visszavett tételek értékétől',
    },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'More or less money went back than the refunded rows and shipping are worth.',
      hu: 'Több vagy kevesebb pénz járt vissza, mint amennyit a visszatérített tételek és a szállítás érnek.',
    },
    advice: {
      en: 'Compare the refund in the shop with its rows: goodwill, a restocking fee or a refund without rows has no VAT rate that a program may choose. Complete the refund in the shop if it is unfinished (the order then goes again by itself). If such differences shall stand on the invoice as a row of their own, set `refundDifference` of the shop in infra/shops.yml with the VAT rate that the accountant names, deploy, then `bridge dlq redrive ID`; else correct or issue the invoice by hand in CO3.',
      hu: 'Vesse össze a visszatérítés összegét a visszatérített tételekkel: a méltányossági kedvezmény, a levont díj vagy a tétel nélküli visszatérítés áfakulcsát program nem választhatja meg. Ha a visszatérítés befejezetlen, fejezze be a webáruházban (a rendelés magától újra elindul). Ha azt szeretné, hogy az ilyen különbözet külön tételként kerüljön a számlára, állítsa be a webáruház `refundDifference` értékét az infra/shops.yml fájlban a könyvelő által megadott áfakulccsal, telepítsen, majd indítsa újra: `bridge dlq redrive ID`; egyébként helyesbítse vagy állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#refunddiffers',
  },
  CancelledNotRefunded: {
    title: { en: 'Cancelled, but not wholly refunded', hu: 'Törölt rendelés, hiányos visszatérítéssel' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'The order is cancelled, but the money has not all gone back.',
      hu: 'A rendelést törölték, de a vételár nem járt vissza teljes egészében.',
    },
    advice: {
      en: 'Refund the rest in the shop, or restore the order if it was cancelled by mistake; it goes again by itself. If the money stays with the shop (a cancellation fee), the accountant issues the document by hand in CO3.',
      hu: 'Térítse vissza a hátralévő összeget a webáruházban, vagy állítsa vissza a rendelést, ha tévedésből törölték; ezután magától újra elindul. Ha az összeg a kereskedőnél marad (például lemondási díj), a bizonylatot a könyvelő állítja ki kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#cancellednotrefunded',
  },
  VatCaseNotMapped: {
    title: { en: 'The VAT treatment of this sale is not set', hu: 'Az ügylet áfakezelése nincs beállítva' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The sale is not plainly domestic, and the settings do not say what its invoice bears.',
      hu: 'Az értékesítés nem egyértelműen belföldi, és a beállítások nem mondják meg, mi szerepeljen a számlán.',
    },
    advice: {
      en: 'Ask the accountant which VAT code and which legal phrase this case needs. Enter both, with `customerVatType`, under `vatCases` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Kérdezze meg a könyvelőt, milyen áfakód és milyen jogszabályi szöveg szükséges ehhez az esethez. Írja be mindkettőt a `customerVatType` értékkel együtt a webáruház `vatCases` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#vatcasenotmapped',
  },
  UnmappedPayment: {
    title: { en: 'The way of payment is not mapped to one of CO3’s', hu: 'A fizetési módnak nincs CO3-megfelelője' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The settings do not say which payment method of CO3 the shop’s payment is, or the order was paid in several ways.',
      hu: 'A beállításokból nem derül ki, hogy a webáruház fizetési módja a CO3 melyik fizetési módjának felel meg, vagy a rendelést többféle módon fizették ki.',
    },
    advice: {
      en: 'Enter the payment’s name as the shop writes it (see the field below) with one of the allowed values under `payments` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`. An order paid in several ways: issue its invoice by hand in CO3.',
      hu: 'Írja be a fizetési mód nevét pontosan úgy, ahogyan a webáruház küldi (lásd a mezőt), valamelyik megengedett értékkel a webáruház `payments` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Ha a rendelést többféle módon fizették ki, állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#unmappedpayment',
  },
  InvalidTaxNumber: {
    title: { en: 'The tax number cannot be right', hu: 'Hibás a vevő adószáma' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'A company is billed, and its tax number cannot be one.',
      hu: 'A vevő cég, de a megadott adószám nem lehet érvényes.',
    },
    advice: {
      en: 'Ask the buyer for the tax number (Hungarian: 12345676-1-42) and correct it in the shop’s order, where it stands now. The order then goes again by itself.',
      hu: 'Kérje el a vevőtől az adószámot (magyar adószám: 12345676-1-42 alakú), és javítsa a webáruház rendelésében azon a helyen, ahol most szerepel. A rendelés ezután magától újra elindul.',
    },
    docs: 'docs/errors.md#invalidtaxnumber',
  },
  NoBuyer: {
    title: { en: 'The order names no buyer', hu: 'A rendelésen nincs vevő' },
    fixedBy: 'buyer-data',
    alarm: false,
    means: {
      en: 'The order names neither a billing address nor a shipping address nor a customer.',
      hu: 'A rendelésben nincs sem számlázási cím, sem szállítási cím, sem vevő.',
    },
    advice: {
      en: 'Add a customer or a billing address to the order in the shop; it then goes again by itself. If the buyer is to stay nameless (sale at a till), issue the document by hand in CO3.',
      hu: 'Adjon vevőt vagy számlázási címet a rendeléshez a webáruházban; ezután magától újra elindul. Ha a vevő névtelen marad (pénztári eladás), állítsa ki a bizonylatot kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#nobuyer',
  },
  GiftCardSold: {
    title: { en: 'A gift card was sold, and its VAT is not set', hu: 'Eladott ajándékkártya, beállítatlan áfával' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'A gift card was sold, and the settings do not say how it stands on an invoice.',
      hu: 'Ajándékkártyát adtak el, és a beállítások nem mondják meg, hogyan szerepeljen a számlán.',
    },
    advice: {
      en: 'Ask the accountant whether the shop’s gift cards are vouchers for one or for several purposes. Enter `giftCardsSold` (VAT and legal phrase) of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Kérdezze meg a könyvelőt, hogy az ajándékkártya egycélú vagy többcélú utalvány-e. Írja be a webáruház `giftCardsSold` beállítását (áfa és jogszabályi szöveg) az infra/shops.yml fájlba, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#giftcardsold',
  },
  ExchangeRateMissing: {
    title: { en: 'The exchange rate is missing', hu: 'Hiányzik az árfolyam' },
    fixedBy: 'settings',
    alarm: false,
    means: {
      en: 'The invoice is in a foreign currency, and the settings give no exchange rate.',
      hu: 'A számla devizás, és a beállításokban nincs hozzá árfolyam.',
    },
    advice: {
      en: 'Agree with the accountant where the rate comes from. Set `fxRate` of the shop in infra/shops.yml to `shop` or to a fixed rate such as { EUR: 400 }, deploy, then `bridge dlq redrive ID`.',
      hu: 'Egyeztesse a könyvelővel, honnan származzon az árfolyam. Állítsa a webáruház `fxRate` értékét `shop`-ra vagy rögzített árfolyamra, például { EUR: 400 }, az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#exchangeratemissing',
  },
  RefundRowsUnknown: {
    title: { en: 'It is not known which rows were refunded', hu: 'Nem ismert, mely tételekre szól a visszatérítés' },
    fixedBy: 'accountant',
    alarm: false,
    means: {
      en: 'Money went back, and the shop’s message does not say for which rows. With API credentials in the shop’s secret the bridge reads the rows itself.',
      hu: 'Pénz járt vissza, de a webáruház üzenete nem mondja meg, mely tételekért. Ha a webáruház titkában API-hozzáférés is van, a bridge maga olvassa ki a tételeket.',
    },
    advice: {
      en: 'Put API credentials that may read into the shop’s secret (`api`, see docs/shops) and then `bridge dlq redrive ID`: the bridge reads the rows of this refund and of all later ones. Without them open the refund in the shop, find out what it was for, and correct or issue the invoice by hand in CO3, because the VAT rate of the refund is not known here.',
      hu: 'Tegyen olvasási jogú API-kulcsot a webáruház titkába (`api`, lásd: docs/shops), majd indítsa újra: `bridge dlq redrive ID`. A híd így ennek és a későbbi visszatérítéseknek a tételeit is kiolvassa. API-kulcs nélkül nyissa meg a visszatérítést a webáruházban, derítse ki, mire vonatkozott, és helyesbítse vagy állítsa ki a számlát kézzel a CO3-ban, mert a visszatérítés áfakulcsa itt nem ismert.',
    },
    docs: 'docs/errors.md#refundrowsunknown',
  },
} as const satisfies Record<string, OwnProblem>;

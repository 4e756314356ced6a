import type { OwnProblem } from '../own-problems.ts';

/** An order of which the bridge cannot be sure what its invoice must say. Nothing was sent. */
export const TRANSLATION_PROBLEMS = {
  TotalsMismatch: {
    fixedBy: 'accountant',
    alarm: false,
    means: 'The rows of the order do not add up to its total.',
    advice: {
      en: 'Compare the rows with the total in the shop; an app may have changed prices after the purchase. A difference of a minor unit per row may go into a row of its own: set `roundingRow` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`. Anything larger: correct the order in the shop, or issue its invoice by hand in CO3.',
      hu: 'Vesse össze a tételeket a végösszeggel a webáruházban; lehet, hogy egy bővítmény utólag módosította az árakat. A tételenként legfeljebb egy legkisebb pénzegységnyi eltérés külön tételbe kerülhet: állítsa be a webáruház `roundingRow` értékét az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Nagyobb eltérésnél javítsa a rendelést a webáruházban, vagy állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#totalsmismatch',
  },
  VatMismatch: {
    fixedBy: 'accountant',
    alarm: false,
    means:
      'A row’s tax differs from its net amount times its rate by more than one minor unit (one forint where a shop sends whole forints).',
    advice: {
      en: 'Look at the named row: which is wrong, the rate or the amount of tax? Correct the product’s tax or the shop’s tax settings for later orders. If the order can still be edited, correct it and it goes again by itself; else issue its invoice by hand in CO3.',
      hu: 'Nézze meg a megnevezett tételt: az áfakulcs vagy az áfa összege hibás? A későbbi rendelésekhez javítsa a termék vagy a webáruház adóbeállítását. Ha a rendelés még szerkeszthető, javítsa, és magától újra elindul; egyébként állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#vatmismatch',
  },
  RefundDiffers: {
    fixedBy: 'accountant',
    alarm: false,
    means: 'More or less money went back than the refunded rows and shipping are worth.',
    advice: {
      en: 'Compare the refund in the shop with its rows: goodwill, a restocking fee or a refund without rows has no VAT rate that a program may choose. Complete the refund in the shop if it is unfinished (the order then goes again by itself). If such differences shall stand on the invoice as a row of their own, set `refundDifference` of the shop in infra/shops.yml with the VAT rate that the accountant names, deploy, then `bridge dlq redrive ID`; else correct or issue the invoice by hand in CO3.',
      hu: 'Vesse össze a visszatérítés összegét a visszatérített tételekkel: a méltányossági kedvezmény, a levont díj vagy a tétel nélküli visszatérítés áfakulcsát program nem választhatja meg. Ha a visszatérítés befejezetlen, fejezze be a webáruházban (a rendelés magától újra elindul). Ha azt szeretné, hogy az ilyen különbözet külön tételként kerüljön a számlára, állítsa be a webáruház `refundDifference` értékét az infra/shops.yml fájlban a könyvelő által megadott áfakulccsal, telepítsen, majd indítsa újra: `bridge dlq redrive ID`; egyébként helyesbítse vagy állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#refunddiffers',
  },
  CancelledNotRefunded: {
    fixedBy: 'buyer-data',
    alarm: false,
    means: 'The order is cancelled, but the money has not all gone back.',
    advice: {
      en: 'Refund the rest in the shop, or restore the order if it was cancelled by mistake; it goes again by itself. If the money stays with the shop (a cancellation fee), the accountant issues the document by hand in CO3.',
      hu: 'Térítse vissza a hátralévő összeget a webáruházban, vagy állítsa vissza a rendelést, ha tévedésből törölték; ezután magától újra elindul. Ha az összeg a kereskedőnél marad (például lemondási díj), a bizonylatot a könyvelő állítja ki kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#cancellednotrefunded',
  },
  VatCaseNotMapped: {
    fixedBy: 'settings',
    alarm: false,
    means: 'The sale is not plainly domestic, and the settings do not say what its invoice bears.',
    advice: {
      en: 'Ask the accountant which VAT code and which legal phrase this case needs. Enter both, with `customerVatType`, under `vatCases` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Kérdezze meg a könyvelőt, milyen áfakód és milyen jogszabályi szöveg szükséges ehhez az esethez. Írja be mindkettőt a `customerVatType` értékkel együtt a webáruház `vatCases` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#vatcasenotmapped',
  },
  UnmappedPayment: {
    fixedBy: 'settings',
    alarm: false,
    means:
      'The settings do not say which payment method of CO3 the shop’s payment is, or the order was paid in several ways.',
    advice: {
      en: 'Enter the payment’s name as the shop writes it (see the field below) with one of the allowed values under `payments` of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`. An order paid in several ways: issue its invoice by hand in CO3.',
      hu: 'Írja be a fizetési mód nevét pontosan úgy, ahogyan a webáruház küldi (lásd a mezőt), valamelyik megengedett értékkel a webáruház `payments` beállításába az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`. Ha a rendelést többféle módon fizették ki, állítsa ki a számlát kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#unmappedpayment',
  },
  InvalidTaxNumber: {
    fixedBy: 'buyer-data',
    alarm: false,
    means: 'A company is billed, and its tax number cannot be one.',
    advice: {
      en: 'Ask the buyer for the tax number (Hungarian: 12345676-1-42) and correct it in the shop’s order, where it stands now. The order then goes again by itself.',
      hu: 'Kérje el a vevőtől az adószámot (magyar adószám: 12345676-1-42 alakú), és javítsa a webáruház rendelésében azon a helyen, ahol most szerepel. A rendelés ezután magától újra elindul.',
    },
    docs: 'docs/errors.md#invalidtaxnumber',
  },
  NoBuyer: {
    fixedBy: 'buyer-data',
    alarm: false,
    means: 'The order names neither a billing address nor a shipping address nor a customer.',
    advice: {
      en: 'Add a customer or a billing address to the order in the shop; it then goes again by itself. If the buyer is to stay nameless (sale at a till), issue the document by hand in CO3.',
      hu: 'Adjon vevőt vagy számlázási címet a rendeléshez a webáruházban; ezután magától újra elindul. Ha a vevő névtelen marad (pénztári eladás), állítsa ki a bizonylatot kézzel a CO3-ban.',
    },
    docs: 'docs/errors.md#nobuyer',
  },
  GiftCardSold: {
    fixedBy: 'settings',
    alarm: false,
    means: 'A gift card was sold, and the settings do not say how it stands on an invoice.',
    advice: {
      en: 'Ask the accountant whether the shop’s gift cards are vouchers for one or for several purposes. Enter `giftCardsSold` (VAT and legal phrase) of the shop in infra/shops.yml, deploy, then `bridge dlq redrive ID`.',
      hu: 'Kérdezze meg a könyvelőt, hogy az ajándékkártya egycélú vagy többcélú utalvány-e. Írja be a webáruház `giftCardsSold` beállítását (áfa és jogszabályi szöveg) az infra/shops.yml fájlba, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#giftcardsold',
  },
  ExchangeRateMissing: {
    fixedBy: 'settings',
    alarm: false,
    means: 'The invoice is in a foreign currency, and the settings give no exchange rate.',
    advice: {
      en: 'Agree with the accountant where the rate comes from. Set `fxRate` of the shop in infra/shops.yml to `shop` or to a fixed rate such as { EUR: 400 }, deploy, then `bridge dlq redrive ID`.',
      hu: 'Egyeztesse a könyvelővel, honnan származzon az árfolyam. Állítsa a webáruház `fxRate` értékét `shop`-ra vagy rögzített árfolyamra, például { EUR: 400 }, az infra/shops.yml fájlban, telepítsen, majd indítsa újra: `bridge dlq redrive ID`.',
    },
    docs: 'docs/errors.md#exchangeratemissing',
  },
  RefundRowsUnknown: {
    fixedBy: 'accountant',
    alarm: false,
    means:
      'Money went back, and the shop’s message does not say for which rows. With API credentials in the shop’s secret the bridge reads the rows itself.',
    advice: {
      en: 'Put API credentials that may read into the shop’s secret (`api`, see docs/shops) and then `bridge dlq redrive ID`: the bridge reads the rows of this refund and of all later ones. Without them open the refund in the shop, find out what it was for, and correct or issue the invoice by hand in CO3, because the VAT rate of the refund is not known here.',
      hu: 'Tegyen olvasási jogú API-kulcsot a webáruház titkába (`api`, lásd: docs/shops), majd indítsa újra: `bridge dlq redrive ID`. A híd így ennek és a későbbi visszatérítéseknek a tételeit is kiolvassa. API-kulcs nélkül nyissa meg a visszatérítést a webáruházban, derítse ki, mire vonatkozott, és helyesbítse vagy állítsa ki a számlát kézzel a CO3-ban, mert a visszatérítés áfakulcsa itt nem ismert.',
    },
    docs: 'docs/errors.md#refundrowsunknown',
  },
} as const satisfies Record<string, OwnProblem>;

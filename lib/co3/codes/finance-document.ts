import { type Co3Code, FINANCE } from './row.ts';

const PARKED = 'Makes a letter of the order and goes on with the next.';

/** A document, payment or file in CO3 that is not as the call supposes. */
export const FINANCE_DOCUMENT_CODES = {
  301: {
    ...FINANCE,
    name: 'InvoiceNotFound',
    title: { en: 'CO3 does not find the invoice', hu: 'A CO3 nem találja a számlát' },
    text: 'Non-existing invoice with the given id',
    fixedBy: 'accountant',
    points: { any: ['invoice_id'] },
    handling:
      'Makes the letter `InvoiceMissingInCo3`. The invoice’s id is never forgotten, because the next plan would issue a second one.',
    advice: {
      en: 'The bridge has issued this invoice and CO3 does not find it. Look for it in CO3 by the order’s number (comment) and the buyer, and ask who may have deleted it. Restore it, or settle the order by hand in CO3; only then `bridge dlq redrive ID`.',
      hu: 'A bridge korábban kiállította ezt a számlát, de a CO3 nem találja. Keresse meg a CO3-ban a rendelésszám (megjegyzés) és a vevő alapján, és derítse ki, ki törölhette. Állítsa vissza, vagy rendezze a rendelést kézzel a CO3-ban; csak ezután indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  307: {
    ...FINANCE,
    name: 'InvalidStornoId',
    title: {
      en: 'The invoice to correct or cancel is not in CO3',
      hu: 'A sztornózandó vagy helyesbítendő számla nem található',
    },
    text: 'Invalid "storno_id"! Non-existing invoice or corrective invoice with the following ID:',
    fixedBy: 'accountant',
    tail: 'value',
    points: { any: ['storno_id'] },
    handling: 'Makes the letter `InvoiceMissingInCo3`: the bridge corrects only invoices whose id CO3 has given it.',
    advice: {
      en: 'The invoice to be cancelled or corrected is not there, or is itself a corrective one. Look it up in CO3 by the order’s number: if it was already cancelled by hand, nothing more need be sent; otherwise cancel or correct it by hand in CO3.',
      hu: 'A sztornózandó vagy helyesbítendő számla nem létezik, vagy maga is helyesbítő számla. Keresse meg a CO3-ban a rendelésszám alapján: ha már kézzel sztornózták, nincs további teendő; egyébként sztornózza vagy helyesbítse kézzel a CO3-ban.',
    },
  },
  309: {
    ...FINANCE,
    name: 'AlreadyPaid',
    title: { en: 'The invoice is paid already', hu: 'A számla már ki van egyenlítve' },
    text: 'The following invoice has already paid:',
    scope: 'call',
    fixedBy: null,
    tail: 'value',
    points: { any: ['invoice_id'] },
    handling: 'What was wanted is so: the payment counts as done.',
    advice: {
      en: 'Nothing to do: the invoice is paid in CO3, as it should be.',
      hu: 'Nincs teendő: a számla a CO3-ban már kiegyenlítettként szerepel, ahogyan kell.',
    },
  },
  310: {
    ...FINANCE,
    name: 'OverPayment',
    title: { en: 'The payment would exceed the invoice’s total', hu: 'A befizetés meghaladná a számla végösszegét' },
    text: 'The sum of the balance and amount is bigger than the total amount of the invoice. Invoice ID:',
    fixedBy: 'accountant',
    tail: 'value',
    points: { any: ['invoice_id', 'amount'] },
    handling: PARKED,
    advice: {
      en: 'More would be booked as paid than the invoice’s total. Open the invoice in CO3 and compare its payments with the shop’s: a payment was probably booked by hand. Correct the balance in CO3, then `bridge dlq redrive ID` if something is still open.',
      hu: 'A könyvelendő összeggel a befizetés meghaladná a számla végösszegét. Nyissa meg a számlát a CO3-ban, és vesse össze a befizetéseit a webáruházéval: valószínűleg kézzel is rögzítettek egyet. Javítsa az egyenleget a CO3-ban, majd ha maradt nyitott összeg, indítsa újra: `bridge dlq redrive ID`.',
    },
  },
  313: {
    ...FINANCE,
    name: 'UnknownFile',
    title: { en: 'CO3 has no such file', hu: 'A fájl nem található a CO3-ban' },
    text: 'Unknown file ID',
    fixedBy: 'accountant',
    points: { any: ['file_id'] },
    handling: PARKED,
    advice: {
      en: 'CO3 has no file of this id. Open the invoice in CO3 and look whether the file was deleted or belongs to another document; upload or print it again there. The invoice itself is not affected.',
      hu: 'A CO3-ban nincs ilyen azonosítójú fájl. Nyissa meg a számlát a CO3-ban, és nézze meg, hogy a fájlt törölték-e, vagy másik bizonylathoz tartozik; töltse fel vagy nyomtassa ki újra. Magát a számlát ez nem érinti.',
    },
  },
} as const satisfies Record<number, Co3Code>;

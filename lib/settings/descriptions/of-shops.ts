import type { Descriptions } from './description.ts';

/** Which shop it is, what is invoiced and when, and what follows. */
export const OF_SHOPS: Descriptions = {
  shops: {
    says: 'the web shops; the name is the last part of the webhook’s address: `/webhooks/acme-shop`',
    allowed: 'one entry per shop, under a name of your own',
  },
  'shops.*.platform': {
    says: 'what kind of shop it is',
    allowed: 'one of the [platforms](#platforms)',
  },
  'shops.*.tenant': {
    says: 'the shop’s permanent name at its platform, never its own domain where the platform has given it another',
    allowed: 'as the [platform](#platforms) has it; no two shops of a platform may have the same',
  },
  'shops.*.shopId': {
    says: 'Shopify’s numeric id of the shop, the number after the host in the address of any order’s status page; a message of another shop is then the letter {WrongShop}',
    allowed: 'digits in quotes; without it nothing is compared',
  },
  'shops.*.account': {
    says: 'the CO3 account that its invoices go to',
    allowed: 'a name under `accounts`',
  },
  'shops.*.secret': {
    says: 'the name of the shop’s secret in AWS Secrets Manager',
    allowed: 'a name that begins with `co3-bridge/`',
  },
  'shops.*.invoiceFrom': {
    says: 'orders created before this moment are not invoiced: the former tool finishes them',
    allowed: 'required: a moment with seconds and an offset, such as `2026-12-01T00:00:00+01:00`',
  },
  'shops.*.mode': {
    says: '`shadow` sends nothing; `supervised` waits with each invoice until a person releases it; `on` sends by itself ([operations.md](operations.md#from-shadow-to-on))',
    allowed: '`shadow`, `supervised`, `on`',
  },
  'shops.*.issueOn': {
    says: 'when an order gets its invoice: once it is paid, as soon as it is placed, or once all of it is fulfilled',
    allowed: '`paid`, `placed`, `fulfilled`, or one of these by way of payment, with a `default`',
  },
  'shops.*.freeOrders': {
    says: 'an order of 0 gets no invoice, or one with its goods at price 0',
    allowed: '`skip`, `invoice`',
  },
  'shops.*.edits': {
    says: 'what follows when somebody edits an invoiced order in the shop: a corrective invoice of the difference, a letter first, or a storno of all that is there and a fresh invoice',
    allowed: '`correctDifference`, `letter`, `storno-and-new`',
  },
  'shops.*.refundDifference': {
    says: '`name` and `vat` (a percent in quotes) of a row for money that went back beyond the refunded rows, or short of them: goodwill, a fee that was kept',
    allowed: 'left out: the letter {RefundDiffers}',
    letter: 'RefundDiffers',
  },
  'shops.*.refundDifference.name': { says: 'what the row is called', allowed: 'any text but an empty one' },
  'shops.*.refundDifference.vat': { says: 'the VAT of the row', allowed: 'a percent in quotes, such as `"27"`' },
  'shops.*.bookPayments': {
    says: 'by CO3’s method of the invoice, what the bridge books as paid in CO3: `paid` the money that came in, `paid-and-refunded` also what went back, on the documents that take it back',
    allowed: 'by default nothing: bookkeepers who import bank statements would have it twice',
  },
  'shops.*.paymentDays': { says: 'days from issue to the payment date', allowed: '`8`, or any from 0 to 365' },
  'shops.*.fulfilmentDate': {
    says: 'the date of fulfilment: the day of issue, the day of the shop’s fulfilment (the day of issue while there is none), or the day the order was created',
    allowed: '`issue`, `fulfilled`, `created`',
  },
  'shops.*.languages': {
    says: 'the invoice’s language by the buyer’s country, with a `default`',
    allowed:
      '`{ default: hu_HU }`; CO3 knows `hu_HU`, `en_US`, `de_DE` and others. One that it does not take is the letter {InvalidLanguage}',
  },
  'shops.*.unit': { says: 'the unit of every row', allowed: '`db`, or any text' },
  'shops.*.bankAccount': {
    says: 'the bank account that the invoice names, as CO3 knows it',
    allowed: 'left out; a wrong one is the letter {UnknownBankAccount}',
  },
  'shops.*.payments': {
    says: 'CO3’s method for a way of payment, by the name that the shop sends (`bridge preview` and the letter show it)',
    allowed: '`transfer`, `cash`, `bankcard`, `cheque`, `other`, `c.o.d.`, `direct debit`',
    letter: 'UnmappedPayment',
  },
  'shops.*.currency': {
    says: 'which of an order’s two currencies is invoiced: the one the shop keeps its books in, or the one the buyer saw',
    allowed: '`shop`, `presentment`',
  },
  'shops.*.fxRate': {
    says: 'what one unit of a foreign currency is worth in the account’s: a person decides, the shop’s own rate of that order, or fixed rates',
    allowed: '`letter`, `shop`, or rates such as `{ EUR: 400, USD: 370.5 }`',
    letter: 'ExchangeRateMissing',
  },
  'shops.*.taxNumberPlaces': {
    says: 'where a company’s tax number stands in an order; the first place that holds a text counts',
    allowed: 'a list of places that the [platform](#platforms) has; by default those that the table names',
  },
  'shops.*.contactOwner': {
    says: 'the CO3 user that new contacts belong to',
    allowed: 'left out; one that CO3 does not know is the letter {UnknownContactOwner}',
  },
  'shops.*.contactCategories': {
    says: 'CO3’s categories of the contact',
    allowed: 'a list, by default none; a wrong one is the letter {InvalidContactCategories}',
  },
};

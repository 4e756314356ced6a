import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import { contactKeyOf, contactOf, taxNumberOf, toEmptyContact } from './buyer.ts';
import { commentOf } from './comment.ts';
import { customerVatType } from './customer-vat-type.ts';
import { fulfilmentDayOf } from './dates.ts';
import type { OrderDrafts, TranslateProblem } from './drafts.ts';
import { fxRateOf } from './fx-rate.ts';
import { billedRows, invoiceRows } from './invoice-rows.ts';
import { languageOf } from './language.ts';
import { orderedDigest } from './ordered.ts';
import { type Allowance, owedOf } from './owed.ts';
import { paymentOfOrder } from './payment.ts';

/** The contact and the document that an order leads to. Where nothing is owed, faults of buyer, payment or currency do not matter. */
export const translateOrder = (
  order: OrderSnapshot,
  shop: ShopSettings,
  account: AccountSettings,
): Result<OrderDrafts, TranslateProblem> => {
  const owed = owedOf(order, allowanceOf(shop));
  if (!owed.ok) return owed;
  const { totalMinor, differenceMinor } = owed.value;
  const billed = billedRows(order, owed.value, shop);
  if (billed.length === 0 && differenceMinor === 0) return ok(toDraftsOfNothing(order, shop, account));

  const taxNumber = taxNumberOf(order, shop);
  if (!taxNumber.ok) return taxNumber;
  const contact = contactOf(order, taxNumber.value, shop);
  if (!contact.ok) return contact;
  const payment = paymentOfOrder(order, shop);
  if (!payment.ok) return payment;
  const fxRate = fxRateOf(order, shop, account);
  if (!fxRate.ok) return fxRate;
  const head = toHead(order, shop);
  const sides = { order, shop, account, taxNumber: taxNumber.value };
  const rows = invoiceRows(sides, billed, owed.value, head.language);
  if (!rows.ok) return rows;

  const phrases = rows.value.vats.map((vat) => vat.phrase);
  return ok({
    contact: contact.value,
    contactKey: contactKeyOf(order, contact.value),
    owedMinor: totalMinor,
    ordered: orderedDigest(order),
    invoice: {
      ...head,
      payment: payment.value,
      fxRate: fxRate.value,
      customerVatType: customerVatType(rows.value.vats, contact.value.firm, taxNumber.value, account.seller, shop),
      comment: commentOf(order.number, head.language, phrases),
      rows: rows.value.rows,
      totalMinor,
    },
  });
};

const allowanceOf = ({ roundingRow, refundDifference }: ShopSettings): Allowance => ({
  perRowMinor: roundingRow === undefined ? 0 : 1,
  refundDifference: refundDifference !== undefined,
});

const toHead = (order: OrderSnapshot, shop: ShopSettings) => ({
  currency: order.currency,
  language: languageOf(order.buyer?.country ?? '', shop),
  bankAccount: shop.bankAccount ?? null,
  paymentDays: shop.paymentDays,
  fulfilmentDay: fulfilmentDayOf(order, shop),
});

const toDraftsOfNothing = (order: OrderSnapshot, shop: ShopSettings, account: AccountSettings): OrderDrafts => {
  const head = toHead(order, shop);
  const taxNumber = orElse(taxNumberOf(order, shop), null);
  const contact = orElse(contactOf(order, taxNumber, shop), toEmptyContact(shop));
  return {
    contact,
    contactKey: contactKeyOf(order, contact),
    owedMinor: 0,
    ordered: orderedDigest(order),
    invoice: {
      ...head,
      payment: orElse(paymentOfOrder(order, shop), 'other'),
      fxRate: orElse(fxRateOf(order, shop, account), null),
      customerVatType: customerVatType([], contact.firm, taxNumber, account.seller, shop),
      comment: commentOf(order.number, head.language, []),
      rows: [],
      totalMinor: 0,
    },
  };
};

const orElse = <T>(result: Result<T, TranslateProblem>, instead: T): T => (result.ok ? result.value : instead);

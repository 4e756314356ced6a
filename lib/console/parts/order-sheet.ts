import { corrected } from '../../deliver/corrections/corrected.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import type { OrderSnapshot, Party } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { findTaxNumberText } from '../../translate/tax-number.ts';
import { type Html, html, type Part } from '../html.ts';
import { ORDER } from '../texts/order.ts';
import type { Language } from '../texts/texts.ts';
import { amount } from './amount.ts';
import { correctionsMade } from './corrections-made.ts';
import { facts, longText, section } from './facts.ts';
import { time } from './moment.ts';
import { orderDocuments } from './order-documents.ts';
import { orderRows } from './order-rows.ts';

/** Which places of the order an error points at. */
export type PointedAt = (path: string) => boolean;

/** The order as a bookkeeper reads it, with what was corrected: buyer, rows with their VAT, sums, and what CO3 has of it. */
export const orderSheet = (
  order: OrderRecord,
  shop: ShopSettings | undefined,
  isPointedAt: PointedAt,
  lang: Language,
): Html => {
  const words = ORDER[lang];
  const told = shop === undefined ? { order, shop } : corrected(order, shop);
  const { snapshot } = told.order;
  const taxNumber = told.shop === undefined ? '' : findTaxNumberText(snapshot.notes, told.shop.taxNumberPlaces);
  return section(
    'order',
    words.title(order.number),
    html`${facts([
      [words.created, time(snapshot.createdAt, lang)],
      [words.changed, time(snapshot.changedAt, lang)],
      [words.standing, standing(snapshot, lang)],
      [words.gateways, marked(snapshot.gateways.join(', '), isPointedAt('settings.payments'), lang)],
    ])}
    <h3>${words.buyer}</h3>
    ${snapshot.buyer === null ? html`<p>${nobody(order, lang)}</p>` : buyerFacts(snapshot.buyer, taxNumber, isPointedAt, lang)}
    ${correctionsMade(order, lang)}
    ${orderRows(snapshot, lang)}
    ${refunds(snapshot, lang)}
    ${orderDocuments(order.documents, lang)}`,
  );
};

const nobody = ({ personal: { clearedAt } }: OrderRecord, lang: Language): Part =>
  clearedAt === null ? ORDER[lang].noBuyer : html`${ORDER[lang].buyerCleared} ${time(clearedAt, lang)}`;

const standing = ({ test, paid, fulfilledAt, cancelledAt }: OrderSnapshot, lang: Language): Html => {
  const words = ORDER[lang];
  const states = [
    ...(test ? [words.test] : []),
    paid ? words.paid : words.notPaid,
    fulfilledAt === null ? words.notFulfilled : words.fulfilled,
  ];
  return html`${states.join(', ')}${cancelledAt !== null && html`, ${words.cancelled} (${time(cancelledAt, lang)})`}`;
};

const buyerFacts = (
  { name, company, email, phone, address, country }: Party,
  taxNumber: string,
  isPointedAt: PointedAt,
  lang: Language,
): Html => {
  const words = ORDER[lang];
  const whole = lang === 'hu' ? `${name.last} ${name.first}` : `${name.first} ${name.last}`;
  const place = `${address.zip} ${address.city}, ${address.street}`.replace(/^[ ,]+|[ ,]+$/g, '');
  const value = (text: string, ...paths: readonly string[]): Part => marked(text, paths.some(isPointedAt), lang);
  return facts([
    [words.company, value(company, 'buyer.company')],
    [words.name, value(whole.trim(), 'buyer.name', 'buyer.name.first', 'buyer.name.last')],
    [words.taxNumber, value(taxNumber, 'buyer.taxNumber')],
    [words.address, value(place, 'buyer.address', 'buyer.address.zip', 'buyer.address.city', 'buyer.address.street')],
    [words.country, value(country, 'buyer.country')],
    [words.email, value(email, 'buyer.email')],
    [words.phone, value(phone, 'buyer.phone')],
  ]);
};

/** What an error points at is shown even where it is empty. */
const marked = (text: string, isMarked: boolean, lang: Language): Part =>
  isMarked ? html`<mark title="${ORDER[lang].pointedAt}">${text === '' ? '—' : longText(text)}</mark>` : longText(text);

const refunds = ({ refunds: all, currency }: OrderSnapshot, lang: Language): Part =>
  all.length > 0 &&
  html`<h3>${ORDER[lang].refunds}</h3><ul>${all.map(({ returnedMinor }) => html`<li>${ORDER[lang].returned(amount(returnedMinor, currency, lang))}</li>`)}</ul>`;

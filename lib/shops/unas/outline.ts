import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderSnapshot, Party } from '../../event/snapshot.ts';
import { toInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { namedFaults } from '../faults.ts';
import { type Fields, fieldsOf, firstText, isFields, textOf } from '../fields.ts';
import { minorOf } from '../minor-of.ts';
import { wholeName } from '../whole-name.ts';
import { isFilled, looksLikeTaxNumber, note, QUESTIONS } from './notes.ts';
import { readOutlineRows } from './outline-rows.ts';

/** A webhook's order. It says nothing of payment and change, so it is the outline of one that is better read from the API. */
export const readOutline = (body: Fields, shop: ShopSettings, now: number): Result<OrderSnapshot, string> => {
  const orderId = textOf(body['orderID']);
  const currency = textOf(body['currencyCode']).toUpperCase();
  const seconds = Number(textOf(body['time']));
  if (orderId === '') return fail('orderID is missing');
  if (!/^[A-Z]{3}$/.test(currency)) return fail('currencyCode is no currency');
  if (!(Number.isSafeInteger(seconds) && seconds > 0 && seconds < 100_000_000_000)) return fail('time is no moment');
  if (!isFields(body['products'])) return fail('products is no object');

  const faults: string[] = [];
  const rows = readOutlineRows({ currency, faults }, body, shop);
  const totalMinor = minorOf(body['grandTotal'], currency);
  if (totalMinor === undefined) faults.push(`grandTotal is no amount in ${currency}`);
  if (faults.length > 0 || totalMinor === undefined) return fail(namedFaults(faults));
  const questions = Object.values(fieldsOf(body['orderParameters'])).filter(isFields);
  return ok({
    kind: 'order',
    coverage: 'outline',
    platform: 'unas',
    tenant: shop.tenant,
    orderId,
    number: orderId,
    createdAt: toInstant(seconds * 1_000),
    changedAt: toInstant(now),
    test: false,
    currency,
    shopCurrency: currency,
    shopRate: null,
    taxesIncluded: true,
    taxExempt: false,
    paid: false,
    fulfilledAt: null,
    cancelledAt: null,
    totalMinor,
    currentTotalMinor: totalMinor,
    rows: [...rows],
    refunds: [],
    gateways: [textOf(fieldsOf(body['payment'])['name'])].filter((name) => name !== ''),
    buyer: readBuyer(fieldsOf(body['customer']), questions),
    shipTo: readParty(fieldsOf(body['customer']), 'shipping'),
    notes: [
      ...questions.map((one) => note(`${QUESTIONS}${textOf(one['orig_question'])}`, textOf(one['orig_answer']))),
      note('comment', textOf(body['comment'])),
    ].filter(isFilled),
  });
};

const readBuyer = (customer: Fields, questions: readonly Fields[]): Party | null => {
  const party = readParty(customer, 'invoice');
  if (party === null) return null;
  const isCompany = questions.some((one) => looksLikeTaxNumber(textOf(one['orig_answer'])) && isOfTaxNumber(one));
  return isCompany ? { ...party, company: textOf(fieldsOf(customer['invoice'])['name']) } : party;
};

const isOfTaxNumber = (question: Fields): boolean => /ad[\u00f3o]sz[\u00e1a]m/i.test(textOf(question['orig_question']));

const readParty = (customer: Fields, which: 'invoice' | 'shipping'): Party | null => {
  const address = fieldsOf(customer[which]);
  const contact = fieldsOf(customer['contact']);
  const country = textOf(address['country']).toUpperCase();
  const name = textOf(address['name']);
  if (name === '') return null;
  return {
    name: wholeName(name, country),
    company: '',
    email: textOf(customer['email']),
    phone: firstText(contact['mobile'], contact['phone']),
    address: { street: textOf(address['street']), city: textOf(address['city']), zip: textOf(address['zip']) },
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  };
};

import { own } from '../../event/own.ts';
import type { OrderRow, OrderSnapshot, Party } from '../../event/snapshot.ts';
import type { Payment } from '../../settings/payments.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { gatewayText } from '../../translate/payment.ts';
import { findTaxNumberText } from '../../translate/tax-number.ts';
import type { Correction } from './correction.ts';

/** What an order is translated from. */
export interface Told {
  readonly snapshot: OrderSnapshot;
  readonly shop: ShopSettings;
}

/** A place of an order that a person can correct. `row` is the row's id for places of rows, else null. */
export interface Place {
  /** What stands there; undefined where there is no such row. */
  readonly read: (told: Told, row: string | null) => string | undefined;
  /** The same with another value there. Writing it twice changes nothing more. */
  readonly write: (told: Told, value: string, row: string | null) => Told;
}

/** The place of this name; undefined where none can be corrected under it. */
export const placeOf = (path: string): Place | undefined => {
  const [, name = ''] = ROW_PATH.exec(path) ?? [];
  return own(ROW_PLACES, name) ?? own(BUYER_PLACES, path) ?? own(OTHER_PLACES, path);
};

/** Whether the shop still sends what a correction was made for. */
export const isStillTold = (told: Told, { path, row, old }: Pick<Correction, 'path' | 'row' | 'old'>): boolean =>
  placeOf(path)?.read(told, row) === old;

/** `rows.2.name`: the row's number in a letter, and what of it. */
export const ROW_PATH = /^rows\.\d{1,4}\.(\w+)$/;

const NOBODY: Party = {
  name: { first: '', last: '' },
  company: '',
  email: '',
  phone: '',
  address: { street: '', city: '', zip: '' },
  country: '',
};

/** Where the shop names nobody, who is corrected in is billed. */
const ofBuyer = (read: (buyer: Party) => string, write: (buyer: Party, value: string) => Party): Place => ({
  read: ({ snapshot }) => read(snapshot.buyer ?? NOBODY),
  write: ({ snapshot, shop }, value) => ({
    snapshot: { ...snapshot, buyer: write(snapshot.buyer ?? NOBODY, value) },
    shop,
  }),
});

export const BUYER_PLACES: Readonly<Record<string, Place>> = {
  'buyer.name.last': ofBuyer(
    ({ name }) => name.last,
    (buyer, last) => ({ ...buyer, name: { ...buyer.name, last } }),
  ),
  'buyer.name.first': ofBuyer(
    ({ name }) => name.first,
    (buyer, first) => ({ ...buyer, name: { ...buyer.name, first } }),
  ),
  'buyer.company': ofBuyer(
    ({ company }) => company,
    (buyer, company) => ({ ...buyer, company }),
  ),
  'buyer.taxNumber': {
    read: ({ snapshot, shop }) => findTaxNumberText(snapshot.notes, shop.taxNumberPlaces),
    // The only place that is looked at: an empty one says that there is no tax number, whatever else the notes say.
    write: ({ snapshot, shop }, value) => ({
      snapshot: {
        ...snapshot,
        notes: [...snapshot.notes.filter(({ name }) => name !== TAX_NUMBER), { name: TAX_NUMBER, value }],
      },
      shop: { ...shop, taxNumberPlaces: [TAX_NUMBER] },
    }),
  },
  'buyer.email': ofBuyer(
    ({ email }) => email,
    (buyer, email) => ({ ...buyer, email }),
  ),
  'buyer.phone': ofBuyer(
    ({ phone }) => phone,
    (buyer, phone) => ({ ...buyer, phone }),
  ),
  'buyer.country': ofBuyer(
    ({ country }) => country,
    (buyer, country) => ({ ...buyer, country }),
  ),
  'buyer.address.zip': ofBuyer(
    ({ address }) => address.zip,
    (buyer, zip) => ({ ...buyer, address: { ...buyer.address, zip } }),
  ),
  'buyer.address.city': ofBuyer(
    ({ address }) => address.city,
    (buyer, city) => ({ ...buyer, address: { ...buyer.address, city } }),
  ),
  'buyer.address.street': ofBuyer(
    ({ address }) => address.street,
    (buyer, street) => ({ ...buyer, address: { ...buyer.address, street } }),
  ),
};

const TAX_NUMBER = 'buyer.taxNumber';

const OTHER_PLACES: Readonly<Record<string, Place>> = {
  'settings.payments': {
    read: ({ snapshot }) => gatewayText(snapshot.gateways),
    // Several ways of paying are one then: nothing says how much was paid in each.
    write: ({ snapshot, shop }, value) => {
      const gateway = gatewayText(snapshot.gateways);
      return {
        snapshot: { ...snapshot, gateways: [gateway] },
        shop: { ...shop, payments: { ...shop.payments, [gateway]: value as Payment } },
      };
    },
  },
  'settings.fxRate': {
    // With the shop's own rate, so that another one of it ends the correction.
    read: ({ snapshot: { currency, shopRate } }) => (shopRate === null ? currency : `${currency} ${shopRate}`),
    write: ({ snapshot, shop }, value) => ({
      snapshot,
      shop: { ...shop, fxRate: { [snapshot.currency]: Number(value) } },
    }),
  },
};

const ofRow = (read: (row: OrderRow) => string, write: (row: OrderRow, value: string) => OrderRow): Place => ({
  read: ({ snapshot }, id) => {
    const row = snapshot.rows.find((one) => one.id === id);
    return row === undefined ? undefined : read(row);
  },
  write: ({ snapshot, shop }, value, id) => ({
    snapshot: { ...snapshot, rows: snapshot.rows.map((row) => (row.id === id ? write(row, value) : row)) },
    shop,
  }),
});

const ROW_PLACES: Readonly<Record<string, Place>> = {
  name: ofRow(
    ({ name }) => name,
    (row, name) => ({ ...row, name }),
  ),
  rates: ofRow(
    ({ rates }) => rates.join(RATES),
    (row, value) => ({ ...row, rates: value.split('+').map((rate) => rate.trim()) }),
  ),
};

/** Between the tax lines of a row. */
const RATES = ' + ';

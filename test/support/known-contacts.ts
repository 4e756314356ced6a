import type { Contact, Fields } from '../../infra/local/co3/account.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { type ImportReport, importContacts } from '../../lib/deliver/known-contacts/import-contacts.ts';
import type { Result } from '../../lib/event/result.ts';
import { anAccount } from './orders.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { World } from './world.ts';

/** The buyer of `anOrder` as the bridge would have made the contact. */
export const ANNA: Fields = {
  contact_lastname: 'Minta',
  contact_firstname: 'Anna',
  contact_email: 'anna.minta@example.com',
  contact_phone: '+36 1 555 0100',
  contact_country: 'HU',
  contact_zip: '1011',
  contact_city: 'Budapest',
  contact_address: 'Próba utca 1.',
};

/** Puts contacts into CO3 as somebody has made them there by hand; answers their ids. */
export const putContacts = (world: SimulatedWorld, ...contacts: readonly Fields[]): readonly string[] => {
  const store = storeOf(world);
  return contacts.map((fields) => {
    const id = store.nextId();
    store.put(id, { id, fields }, world.clock.now());
    return String(id);
  });
};

export const changeContact = (world: SimulatedWorld, id: string, fields: Fields): void =>
  storeOf(world).put(Number(id), { id: Number(id), fields }, world.clock.now());

export const contactsOf = (world: SimulatedWorld): readonly Contact[] => storeOf(world).all();

/** `bridge contacts import` for the account `acme`. */
export const imported = (world: World): Promise<Result<ImportReport, string>> =>
  importContacts(
    { ...world.deps, say: () => undefined },
    { account: anAccount(), contract: PLAIN_CONTRACT },
    () => undefined,
  );

const storeOf = ({ co3 }: SimulatedWorld) => {
  const account = co3.accounts.get('acme');
  if (account === undefined) throw new Error('the simulator has no account acme');
  return account.contacts;
};

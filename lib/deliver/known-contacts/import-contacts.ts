import { type ListedContact, listContacts, readContacts } from '../../co3/contact-reads.ts';
import type { Contract } from '../../co3/contract.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { type BorrowDeps, type BorrowedRead, borrowLane } from '../borrow-lane.ts';
import type { NamesRecord } from '../records.ts';
import { type Content, updateRecord } from '../update-record.ts';
import { listedDigests, nameDigest } from './name-digests.ts';
import { namesKeyOf, SHARDS, shardOf } from './shards.ts';

export interface ImportReport {
  readonly account: string;
  /** Contacts that can be found by their names. */
  readonly contacts: number;
  /** Contacts that CO3 lists without an id or a name. */
  readonly leftOut: number;
  /** Ids of those that bear one name. */
  readonly namesakes: readonly (readonly string[])[];
}

/** Hears how many parts of the names are written. */
export type OnWritten = (done: number, total: number) => void;

/**
 * Reads the names of CO3's contacts into the ledger, in place of those of an earlier import, which counts until all are written. The
 * problem says why they could not be read; nothing has changed then.
 */
export const importContacts = async (
  deps: BorrowDeps,
  { account, contract }: { readonly account: AccountSettings; readonly contract: Contract },
  onWritten: OnWritten,
): Promise<Result<ImportReport, string>> => {
  const list = await borrowLane(deps, account, (lane) => lane.read(listContacts()));
  if (list.kind !== 'data') return fail(whyNot(list));
  const listed = readContacts(list.root, contract);
  const named = listed.filter(({ id, name }) => id !== '' && nameDigest(name) !== null);
  if (named.length === 0) return fail(listed.length === 0 ? NO_CONTACT : NO_NAME);
  const before = await deps.ledger.read('contact-import', account.id);
  const edition = before?.edition === 'a' ? 'b' : 'a';
  const ids = idsBy(named, ({ name }) => listedDigests(name));
  for (const [index, shard] of SHARDS.entries()) {
    onWritten(index, SHARDS.length);
    const names = toNames(account.id, ids, shard);
    await updateRecord(deps, 'names', namesKeyOf(account.id, edition, shard), (known) =>
      known === undefined && Object.keys(names.ids).length === 0 ? undefined : names,
    );
  }
  onWritten(SHARDS.length, SHARDS.length);
  const imported = { kind: 'contact-import', account: account.id, edition, contacts: named.length } as const;
  await updateRecord(deps, 'contact-import', account.id, () => ({ ...imported, at: deps.clock.now() }));
  const namesakes = [...idsBy(named, ({ name }) => [nameDigest(name) ?? '']).values()].filter(
    ({ length }) => length > 1,
  );
  return ok({ account: account.id, contacts: named.length, leftOut: listed.length - named.length, namesakes });
};

const OTHER_WORDS =
  'CO3 names them in other words than the contract assumes (`getContacts`, docs/settings.md, «When CO3 calls something otherwise»).';
const NO_CONTACT = `CO3 lists no contact. If there are some, the bridge’s user in CO3 may not see them, or ${OTHER_WORDS}`;
const NO_NAME = `CO3 lists contacts of which neither id nor name can be read: ${OTHER_WORDS}`;

const idsBy = (
  contacts: readonly ListedContact[],
  keysOf: (contact: ListedContact) => readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const contact of contacts)
    for (const key of keysOf(contact)) {
      const known = ids.get(key);
      if (known === undefined) ids.set(key, [contact.id]);
      else known.push(contact.id);
    }
  return ids;
};

const toNames = (
  account: string,
  ids: ReadonlyMap<string, readonly string[]>,
  shard: string,
): Content<NamesRecord> => ({
  kind: 'names',
  account,
  ids: Object.fromEntries([...ids].filter(([digest]) => shardOf(digest) === shard)),
});

const whyNot = (read: Exclude<BorrowedRead, { kind: 'data' }>): string => {
  if (read.kind === 'failed') return read.why;
  return read.error === null
    ? 'CO3 does not list its contacts.'
    : `CO3 does not list its contacts: ${read.error.name} (${read.error.text}). ${read.error.advice.en}`;
};

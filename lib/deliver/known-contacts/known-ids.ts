import { mailKeyOf } from '../../translate/buyer.ts';
import type { ContactDraft } from '../../translate/drafts.ts';
import type { Ledger } from '../ports.ts';
import { buyerDigests } from './name-digests.ts';
import { namesKeyOf, shardOf } from './shards.ts';

/**
 * Ids of the contacts that CO3 had at the account's last import under a name like the buyer's, newest first. None where nothing was
 * imported, and for a buyer with neither tax number nor e-mail, whom no contact could be told to be.
 */
export const knownIds = async (ledger: Ledger, account: string, buyer: ContactDraft): Promise<readonly string[]> => {
  if (buyer.taxNumber === '' && mailKeyOf(buyer) === null) return [];
  const imported = await ledger.read('contact-import', account);
  if (imported === undefined) return [];
  const ids = new Set<string>();
  for (const digest of buyerDigests(buyer)) {
    const names = await ledger.read('names', namesKeyOf(account, imported.edition, shardOf(digest)));
    for (const id of names?.ids[digest] ?? []) ids.add(id);
  }
  return [...ids].sort((a, b) => Number(b) - Number(a));
};

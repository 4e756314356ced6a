import { resolve } from 'node:path';
import type { KeptOfPerson } from '../../deliver/personal-data/find-person.ts';
import { toSafeJson } from '../../event/plain-text.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { openForOwner } from '../open-for-owner.ts';
import { withPlace } from '../options.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { code, good, text } from '../view/block.ts';
import { findKept, type WhoseOptions, withWhose } from './whose.ts';

type PersonalDataOptions = WhoseOptions & { readonly out?: string };

export const addPersonalData: Register = (program, use) => {
  const command = withWhose(
    program
      .command('personal-data')
      .description('all that is kept of a buyer, as JSON, for the answer to whoever asks for their data'),
  ).option('--out <file>', 'into a file that only you can read');
  withExample(
    withPlace(command),
    'personal-data --email anna@example.hu --stage prod --out anna.json',
    'personal-data --shop acme-shop --order 1001',
  ).action((options: PersonalDataOptions) => use((io) => personalData(io, options), options));
};

const personalData = async (io: Io, options: PersonalDataOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const found = await findKept(io, opened.value, options);
  if (!found.ok) return found;
  const kept = toKept(found.value);
  if (kept.orders.length + kept.letters.length === 0) return shown(kept, [text('Nothing is kept of that person.')], 1);
  if (options.out === undefined) return shown(kept, [code(toSafeJson(kept))]);
  const path = resolve(io.cwd, options.out);
  const file = await openForOwner(path);
  if (file === undefined) return misused(`${path} cannot be written. Name a file in a folder that is there.`);
  try {
    await file.writeFile(`${toSafeJson(kept)}\n`);
  } finally {
    await file.close();
  }
  return shown({ file: path, orders: kept.orders.length, letters: kept.letters.length }, [
    good(`Written: ${kept.orders.length} orders and ${kept.letters.length} letters to ${path}`),
  ]);
};

/** What is of the person, or was made of it; the bridge’s own marks and digests are left out. */
const toKept = ({ orders, letters }: KeptOfPerson) => ({
  orders: orders.map(({ shop, number, snapshot, rival, corrections, documents, personal }) => ({
    ...{ shop, number, clearedAt: personal.clearedAt, snapshot, rival: rival?.snapshot ?? null, corrections },
    documents: documents.map(({ id, purpose, issuedAt, totalMinor, currency, contactId, draft }) => ({
      ...{ id, purpose, issuedAt, totalMinor, currency, contactId },
      rows: draft.rows,
    })),
  })),
  letters: letters.map(({ letter }) => letter),
});

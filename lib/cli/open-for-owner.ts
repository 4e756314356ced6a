import { type FileHandle, open } from 'node:fs/promises';

/** A file for a buyer's data, emptied: nobody else on this machine has to read them. Undefined where it cannot be written. */
export const openForOwner = async (path: string): Promise<FileHandle | undefined> => {
  const file = await open(path, 'w', OWNER_ONLY).catch(() => undefined);
  // One that was there keeps its rights otherwise.
  await file?.chmod(OWNER_ONLY);
  return file;
};

const OWNER_ONLY = 0o600;

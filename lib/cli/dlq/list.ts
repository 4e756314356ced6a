import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type Outcome, shown } from '../outcome.ts';
import { findShop } from '../settings-file.ts';
import type { DlqOptions } from './dlq-options.ts';
import { listBlocks } from './list-blocks.ts';
import { withFields } from './with-fields.ts';

export type ListOptions = DlqOptions & { readonly shop?: string };

export const list = async (io: Io, options: ListOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  if (options.shop !== undefined) {
    const shop = findShop(opened.value.settings, options.shop);
    if (!shop.ok) return shop;
  }
  const all = await opened.value.ports.ledger.letters();
  const lines = options.shop === undefined ? all : all.filter(({ shop }) => shop === options.shop);
  const letters = await withFields(opened.value.ports.ledger, lines);
  return shown(letters, listBlocks(letters, io.now()));
};

import { parse } from 'yaml';
import { isTree } from './intrinsics.ts';

export interface SampleSettings {
  readonly accounts: readonly { readonly id: string; readonly secret: string; readonly currency: string }[];
  readonly shops: readonly { readonly id: string; readonly secret: string }[];
}

/** As much of a shops.yml as the machine around the functions has to know; the functions check the rest. */
export const readSampleSettings = (yaml: string): SampleSettings => {
  const settings: unknown = parse(yaml);
  return {
    accounts: readSection(settings, 'accounts').map(({ id, entry }) => ({
      id,
      secret: String(entry['secret']),
      currency: String(entry['currency'] ?? 'HUF'),
    })),
    shops: readSection(settings, 'shops').map(({ id, entry }) => ({ id, secret: String(entry['secret']) })),
  };
};

const readSection = (settings: unknown, section: string) => {
  const entries = isTree(settings) && isTree(settings[section]) ? Object.entries(settings[section]) : [];
  return entries.flatMap(([id, entry]) => (isTree(entry) ? [{ id, entry }] : []));
};

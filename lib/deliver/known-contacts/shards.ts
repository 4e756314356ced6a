import type { Edition } from '../records.ts';

const HEX = [...'0123456789abcdef'];

/** The first two digits of a digest tell the part of an import in which it stands. */
export const SHARDS: readonly string[] = HEX.flatMap((first) => HEX.map((second) => `${first}${second}`));

export const shardOf = (digest: string): string => digest.slice(0, 2);

export const namesKeyOf = (account: string, edition: Edition, shard: string): string =>
  `${account}|${edition}|${shard}`;

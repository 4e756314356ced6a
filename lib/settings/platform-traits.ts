import type * as z from 'zod/mini';

/** What the settings of a shop may say depends on its platform; lib/shops tells it, by the platform's name. */
export interface PlatformTraits {
  /** What `tenant` is: the shop's own permanent name, which webhooks and keys of the ledger bear. */
  readonly tenant: { readonly pattern: RegExp; readonly says: string };
  /** Where an order's free texts stand, as its snapshots name the places. */
  readonly notePlaces: readonly string[];
  /** Places that end in a name of the shop's own choosing, such as `note_attributes.`. */
  readonly notePrefixes: readonly string[];
  /** Where a tax number is looked for as long as the settings name no place. */
  readonly taxNumberPlaces: readonly string[];
  /** The credentials of its API (`api` of the shop's secret); null where it is not read. Every platform works without them. */
  readonly api: z.ZodMiniType | null;
  /** What follows where they are not there, for people; empty where there is no API. */
  readonly withoutApi: string;
  /** What its webhooks tell of besides orders. */
  readonly tells: { readonly products: boolean; readonly stock: boolean };
  /** The only place of which its stock levels tell; without it, the shop names its places as it likes. */
  readonly stockPlace?: string;
}

export type PlatformsTraits = Readonly<Record<string, PlatformTraits>>;

import type { Fault } from './faults.ts';
import type { PlatformsTraits, PlatformTraits } from './platform-traits.ts';
import type { ReadableSettings, ReadableShop } from './readable-settings.ts';

/** What no single setting shows: shops against their accounts, their platforms and each other. */
export const checkShops = ({ accounts, shops }: ReadableSettings, platforms: PlatformsTraits): readonly Fault[] => {
  const entries: readonly Entry[] = Object.entries(shops);
  return entries.flatMap(([id, shop], index) => {
    const at: At = (...path) => ['shops', id, ...path];
    const before = entries.slice(0, index);
    return [
      ...ofAccount(shop, Object.keys(accounts), at),
      ...ofPlatform(shop, platforms, at),
      ...ofTenant(id, shop, before, at),
      ...ofProducts(shop, before, at),
      ...ofWarehouses(id, shop, before, at),
    ];
  });
};

type Entry = readonly [id: string, shop: ReadableShop];
type At = (...path: Fault['path']) => Fault['path'];

const ofAccount = ({ account }: ReadableShop, accounts: readonly string[], at: At): readonly Fault[] =>
  account === undefined || accounts.includes(account)
    ? []
    : [{ path: at('account'), message: `no account \`${account}\`; there are: ${accounts.join(', ')}` }];

const ofPlatform = (shop: ReadableShop, platforms: PlatformsTraits, at: At): readonly Fault[] => {
  const { platform = '', tenant } = shop;
  const traits = Object.hasOwn(platforms, platform) ? platforms[platform] : undefined;
  if (traits === undefined) return [];
  const isTenant = tenant === undefined || traits.tenant.pattern.test(tenant);
  return [
    ...(isTenant ? [] : [{ path: at('tenant'), message: traits.tenant.says }]),
    ...ofPlaces(shop.taxNumberPlaces ?? [], traits, at),
    ...(['products', 'stock'] as const)
      .filter((goods) => isThere(shop[goods]) && !traits.tells[goods])
      .map((goods) => ({
        path: at(goods),
        message: `webhooks of ${platform} tell nothing of ${goods}; leave it out`,
      })),
  ];
};

/** A place that no order has would be looked at in vain, and every company invoiced without its tax number. */
const ofPlaces = (given: readonly string[], { notePlaces, notePrefixes }: PlatformTraits, at: At): readonly Fault[] => {
  const isPlace = (text: string): boolean =>
    notePlaces.includes(text) || notePrefixes.some((prefix) => text.startsWith(prefix) && text.length > prefix.length);
  const places = [...notePrefixes.map((prefix) => `${prefix}NAME`), ...notePlaces].join(', ');
  return given.flatMap((place, index) =>
    isPlace(place)
      ? []
      : [{ path: at('taxNumberPlaces', index), message: `no place of an order; there are: ${places}` }],
  );
};

const ofTenant = (id: string, shop: ReadableShop, before: readonly Entry[], at: At): readonly Fault[] => {
  const { platform, tenant } = shop;
  if (platform === undefined || tenant === undefined) return [];
  const same = before.find(([, one]) => one.platform === platform && one.tenant === tenant);
  return same === undefined
    ? []
    : [
        {
          path: at('tenant'),
          message: `${tenant} is the shop \`${same[0]}\` already; \`${id}\` would be given its orders`,
        },
      ];
};

const ofProducts = (shop: ReadableShop, before: readonly Entry[], at: At): readonly Fault[] => {
  if (!isThere(shop.products)) return [];
  const keeper = sameAccount(shop, before).find(([, one]) => isThere(one.products));
  return keeper === undefined
    ? []
    : [
        {
          path: at('products'),
          message: `the shop \`${keeper[0]}\` keeps the products of the account \`${shop.account}\` already; one would overwrite the other’s`,
        },
      ];
};

const ofWarehouses = (id: string, shop: ReadableShop, before: readonly Entry[], at: At): readonly Fault[] =>
  Object.entries(shop.stock?.warehouses ?? {}).flatMap(([location, warehouse], index, own) => {
    const twin = own.slice(0, index).find(([, other]) => other === warehouse)?.[0];
    const keeper = sameAccount(shop, before).find(([, one]) =>
      Object.values(one.stock?.warehouses ?? {}).includes(warehouse),
    )?.[0];
    const whose = twin === undefined ? keeper : `${id}, ${twin}`;
    return whose === undefined
      ? []
      : [
          {
            path: at('stock', 'warehouses', location),
            message: `CO3’s warehouse ${warehouse} is kept by \`${whose}\` already; one level would overwrite the other`,
          },
        ];
  });

const sameAccount = ({ account }: ReadableShop, before: readonly Entry[]): readonly Entry[] =>
  account === undefined ? [] : before.filter(([, one]) => one.account === account);

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

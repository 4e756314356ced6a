import { whatThereIs } from '../event/nearest.ts';
import { own } from '../event/own.ts';
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
      ...ofGoods(shop, before, at),
      ...ofWarehouses(id, shop, at),
    ];
  });
};

type Entry = readonly [id: string, shop: ReadableShop];
type At = (...path: Fault['path']) => Fault['path'];

const ofAccount = ({ account }: ReadableShop, accounts: readonly string[], at: At): readonly Fault[] =>
  account === undefined || accounts.includes(account)
    ? []
    : [{ path: at('account'), message: `no account \`${account}\`; ${whatThereIs([account], accounts)}` }];

const ofPlatform = (shop: ReadableShop, platforms: PlatformsTraits, at: At): readonly Fault[] => {
  const { platform = '', tenant } = shop;
  const traits = own(platforms, platform);
  if (traits === undefined) return [];
  const isTenant = tenant === undefined || traits.tenant.pattern.test(tenant);
  return [
    ...(isTenant ? [] : [{ path: at('tenant'), message: traits.tenant.says }]),
    ...ofPlaces(shop.taxNumberPlaces ?? [], traits, at),
    ...ofStockPlaces(Object.keys(shop.stock?.warehouses ?? {}), traits, at),
    ...goodsOf(shop)
      .filter((goods) => !traits.tells[goods])
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

/** A place of which no level tells would be kept in vain, and its warehouse with an old stock. */
const ofStockPlaces = (given: readonly string[], { stockPlace }: PlatformTraits, at: At): readonly Fault[] =>
  given
    .filter((place) => stockPlace !== undefined && place !== stockPlace)
    .map((place) => ({
      path: at('stock', 'warehouses', place),
      message: `no place of the shop’s; there is one: ${stockPlace}`,
    }));

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

const ofGoods = (shop: ReadableShop, before: readonly Entry[], at: At): readonly Fault[] => {
  const keeper = before.find(([, one]) => one.account === shop.account && goodsOf(one).length > 0);
  if (shop.account === undefined || keeper === undefined) return [];
  const [id, other] = keeper;
  const kept = goodsOf(other).join(' and ');
  return goodsOf(shop).map((goods) => ({
    path: at(goods),
    message: `the shop \`${id}\` keeps ${kept} of the account \`${shop.account}\` already; both come from one shop, or its SKUs would meet the other’s`,
  }));
};

const ofWarehouses = (id: string, shop: ReadableShop, at: At): readonly Fault[] =>
  Object.entries(shop.stock?.warehouses ?? {}).flatMap(([location, warehouse], index, own) => {
    const twin = own.slice(0, index).find(([, other]) => other === warehouse);
    return twin === undefined
      ? []
      : [
          {
            path: at('stock', 'warehouses', location),
            message: `CO3’s warehouse ${warehouse} is kept by \`${id}, ${twin[0]}\` already; one level would overwrite the other`,
          },
        ];
  });

const GOODS = ['products', 'stock'] as const;

const goodsOf = (shop: ReadableShop): readonly (typeof GOODS)[number][] =>
  GOODS.filter((goods) => isThere(shop[goods]));

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

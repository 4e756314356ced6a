import type * as z from 'zod';
import type { accountSettings } from './account-settings.ts';
import type { PlatformsTraits, PlatformTraits } from './platform-traits.ts';
import type { shopSettings } from './shop-settings.ts';

type Shop = z.output<typeof shopSettings>;

export interface Checked {
  readonly accounts: Readonly<Record<string, z.output<typeof accountSettings>>>;
  readonly shops: Readonly<Record<string, Shop>>;
}

export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What no single setting shows: shops against their accounts, their platforms and each other. */
export const checkShops = ({ accounts, shops }: Checked, platforms: PlatformsTraits): readonly Fault[] => {
  const entries = Object.entries(shops);
  return entries.flatMap(([id, shop], index) => {
    const at = (...path: readonly (string | number)[]) => ['shops', id, ...path];
    const traits = platforms[shop.platform];
    const before = entries.slice(0, index);
    return [
      ...(accounts[shop.account] === undefined
        ? [
            {
              path: at('account'),
              message: `no account \`${shop.account}\`; there are: ${Object.keys(accounts).join(', ')}`,
            },
          ]
        : []),
      ...(traits === undefined ? [] : ofPlatform(shop, traits, at)),
      ...ofOthers(id, shop, before, at),
    ];
  });
};

type At = (...path: readonly (string | number)[]) => Fault['path'];

const ofPlatform = (shop: Shop, traits: PlatformTraits, at: At): readonly Fault[] => {
  const { tenant, notePlaces, notePrefixes, tells } = traits;
  const isPlace = (text: string): boolean =>
    notePlaces.includes(text) || notePrefixes.some((prefix) => text.startsWith(prefix) && text.length > prefix.length);
  const places = [...notePrefixes.map((prefix) => `${prefix}NAME`), ...notePlaces].join(', ');
  return [
    ...(tenant.pattern.test(shop.tenant) ? [] : [{ path: at('tenant'), message: tenant.says }]),
    // A place that no order has would be looked at in vain, and every company invoiced without its tax number.
    ...(shop.taxNumberPlaces ?? []).flatMap((place, index) =>
      isPlace(place)
        ? []
        : [{ path: at('taxNumberPlaces', index), message: `no place of an order; there are: ${places}` }],
    ),
    ...(['products', 'stock'] as const)
      .filter((goods) => shop[goods] !== undefined && !tells[goods])
      .map((goods) => ({
        path: at(goods),
        message: `webhooks of ${shop.platform} tell nothing of ${goods}; leave it out`,
      })),
  ];
};

const ofOthers = (id: string, shop: Shop, before: readonly (readonly [string, Shop])[], at: At): readonly Fault[] => {
  const same = before.find(([, one]) => one.platform === shop.platform && one.tenant === shop.tenant);
  const keeper = before.find(([, one]) => one.account === shop.account && keepsGoods(one))?.[0];
  const doubled = Object.entries(shop.stock?.warehouses ?? {}).flatMap(([location, warehouse], index, all) => {
    const twin = all.slice(0, index).find(([, other]) => other === warehouse)?.[0];
    return twin === undefined
      ? []
      : [
          {
            path: at('stock', 'warehouses', location),
            message: `CO3’s warehouse ${warehouse} is that of \`${twin}\` already; one level would overwrite the other`,
          },
        ];
  });
  return [
    ...(same === undefined
      ? []
      : [
          {
            path: at('tenant'),
            message: `${shop.tenant} is the shop \`${same[0]}\` already; \`${id}\` would be given its orders`,
          },
        ]),
    ...(keepsGoods(shop) && keeper !== undefined
      ? [
          {
            path: at(shop.products === undefined ? 'stock' : 'products'),
            message: `the shop \`${keeper}\` keeps products or stock of the account \`${shop.account}\` already; one would overwrite the other’s`,
          },
        ]
      : []),
    ...doubled,
  ];
};

const keepsGoods = ({ products, stock }: Shop): boolean => products !== undefined || stock !== undefined;

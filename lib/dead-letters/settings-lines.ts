import { stringify } from 'yaml';
import { parseTree } from '../settings/parse-tree.ts';
import type { ShopSettings } from '../settings/settings.ts';

/**
 * The lines of infra/shops.yml that say for all orders what a person wants for one; null where no setting can. `old` is what stands in the
 * letter: the shop's name of a way of payment, the currency of a rate.
 */
export const settingsLines = (shop: ShopSettings, path: string, old: string, value: string): string | null => {
  const [root, ...keys] = path.split('.');
  if (root !== 'settings' || keys.length === 0 || path.length + value.length > LONGEST) return null;
  return stringify({ shops: { [shop.id]: toSetting(shop, keys, old, value) } }, { lineWidth: 0 }).trimEnd();
};

// No setting is as long, and writing what is nested hundreds of times takes the library minutes.
const LONGEST = 500;

const toSetting = (shop: ShopSettings, keys: readonly string[], old: string, value: string): object => {
  const [name = '', ...inner] = keys;
  switch (name) {
    case 'payments':
      return { payments: { [old]: value } };
    case 'fxRate': {
      const known = typeof shop.fxRate === 'string' ? {} : shop.fxRate;
      return { fxRate: { ...known, [old.slice(0, CURRENCY_LENGTH)]: Number(value) } };
    }
    case 'paymentDays':
      return { paymentDays: Number(value) };
    case 'contactCategories':
      return { contactCategories: value.split(',').map((category) => category.trim()) };
    default:
      return { [name]: inner.reduceRight<unknown>((sofar, key) => ({ [key]: sofar }), toValue(value)) };
  }
};

const CURRENCY_LENGTH = 3;

/** A text as it is, or what `{ … }` and `[ … ]` say. */
const toValue = (value: string): unknown => {
  if (!/^[{[]/.test(value)) return value;
  const tree = parseTree(value);
  return tree.ok ? tree.value : value;
};

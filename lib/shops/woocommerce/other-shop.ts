import type { ShopSettings } from '../../settings/settings.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../fields.ts';

/**
 * Whether the signed body names itself at another address than the shop's. A copy of a shop, made for trying things out on a host of its own
 * or in a folder of the shop's, has the shop's webhooks and secrets with it, and numbers its orders as the shop does.
 */
export const isOfAnotherShop = (body: Fields, { tenant }: Pick<ShopSettings, 'tenant'>): boolean => {
  const self = textOf(listOf(fieldsOf(body['_links'])['self'])[0]?.['href']);
  const [, host, path = ''] = /^https?:\/\/([^/:?#]+)(?::\d+)?([^#]*)/i.exec(self) ?? [];
  if (host === undefined) return false;
  const [ownHost = '', ...ownFolders] = tenant.split('/');
  if (bare(host) !== bare(ownHost)) return true;
  const folder = API_PATH.exec(path)?.[1];
  const own = ownFolders.map((name) => `/${name}`).join('');
  return folder !== undefined && folder !== own && folder.replace(LANGUAGE, '') !== own;
};

/** Up to the API, by WordPress's pretty links or without them. */
const API_PATH = /^(.*?)(?:\/index\.php)?\/?(?:\/wp-json\/|\?rest_route=)/;
/** Plugins for several languages put the buyer's before the API. */
const LANGUAGE = /\/[a-z]{2}(?:-[a-z]{2,4})?$/i;

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

import type { ShopSettings } from '../../settings/settings.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../fields.ts';

/**
 * Whether the signed body names itself on another host than the shop's. A copy of a shop, made for trying things out, has the shop's
 * webhooks and secrets with it, and numbers its orders as the shop does.
 */
export const isOfAnotherShop = (body: Fields, { tenant }: Pick<ShopSettings, 'tenant'>): boolean => {
  const self = textOf(listOf(fieldsOf(body['_links'])['self'])[0]?.['href']);
  const host = /^https?:\/\/([^/:?#]+)/i.exec(self)?.[1];
  return host !== undefined && bare(host) !== bare(tenant.split('/')[0] ?? '');
};

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

import { toSecond } from '../model/shopify-body.ts';
import type { KeptGoods, Telling } from './kept-goods.ts';
import { PLACE } from './place.ts';

export interface GoodsMessage {
  readonly topic: string;
  readonly body: Buffer;
}

/** What Shopify posts of that state. */
export const shopifyGoodsBody = ({ id, sku }: KeptGoods, telling: Telling, changedAt: number): GoodsMessage => {
  const updated_at = toSecond(changedAt);
  switch (telling.what) {
    case 'product': {
      const variant = { id, title: 'Default Title', sku, barcode: '', price: telling.price, taxable: true };
      const gid = `gid://shopify/ProductVariant/${id}`;
      return toMessage('products/update', {
        ...{ id, admin_graphql_api_id: `gid://shopify/Product/${id}`, title: telling.name, updated_at },
        ...{ body_html: '', vendor: 'Minta Kft.', product_type: 'Bögrék' },
        variants: [{ ...variant, admin_graphql_api_id: gid, inventory_item_id: id }],
        variant_gids: [{ admin_graphql_api_id: gid }],
      });
    }
    case 'level':
      return toMessage('inventory_levels/update', {
        ...{ inventory_item_id: id, location_id: Number(PLACE.shop), available: telling.available, updated_at },
        admin_graphql_api_id: `gid://shopify/InventoryLevel/${PLACE.shop}?inventory_item_id=${id}`,
      });
    default:
      return telling satisfies never;
  }
};

const toMessage = (topic: string, body: object): GoodsMessage => ({ topic, body: Buffer.from(JSON.stringify(body)) });

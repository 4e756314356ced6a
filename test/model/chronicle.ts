import type { ShopSettings } from '../../lib/settings/settings.ts';
import { momentsOf } from './histories.ts';
import { type Owed, owedBy } from './oracle.ts';
import { INVOICE_FROM, START } from './settings.ts';
import { isPaid, type ShopOrder } from './shop-order.ts';
import { emailOf, gatewayOf, type Occasion, shopifyBody, taxNumberOf } from './shopify-body.ts';
import type { OrderPlan, Story } from './story.ts';
import type { Told } from './watch-corrections.ts';

/** An order's state at a change, and when the webhooks of it arrive. */
export interface State {
  readonly key: string;
  readonly shop: ShopSettings;
  readonly order: ShopOrder;
  /** As the shop tells it, to the second. */
  readonly changedAt: string;
  readonly arrivesAt: readonly number[];
  readonly body: Buffer;
  /** What the shop sends at the places that people correct. */
  readonly told: Told;
  readonly owed: Owed;
  readonly isDue: boolean;
}

const DAY = 24 * 3_600_000;

/** All states of all of a story's orders. */
export const chronicleOf = ({ orders }: Pick<Story, 'orders'>, shops: readonly ShopSettings[]): readonly State[] =>
  orders.flatMap((plan, index) => statesOf(plan, 1001 + index, shops));

const statesOf = (plan: OrderPlan, orderId: number, shops: readonly ShopSettings[]): readonly State[] => {
  const shop = shops[plan.shop % shops.length];
  if (shop === undefined) return [];
  const placedAt = START + plan.atMs;
  const createdAt = plan.isOld ? INVOICE_FROM - DAY : placedAt;
  let cancelledAt: number | null = null;
  return momentsOf(plan.history).map(({ order, atMs, copies }): State => {
    const at = placedAt + atMs;
    cancelledAt = order.cancelled ? (cancelledAt ?? at) : null;
    const occasion: Occasion = {
      orderId,
      createdAt,
      changedAt: at,
      cancelledAt,
      buyer: plan.buyer,
    };
    const owed = owedBy(order, shop);
    return {
      key: `shopify:${shop.tenant}#${orderId}`,
      shop,
      order,
      changedAt: new Date(at - (at % 1_000)).toISOString(),
      arrivesAt: copies.map((delayMs) => at + delayMs),
      body: shopifyBody(order, occasion),
      told: {
        'buyer.email': emailOf(plan.buyer, order),
        'buyer.phone': '',
        'buyer.taxNumber': taxNumberOf(order),
        'settings.payments': gatewayOf(order),
      },
      owed,
      isDue: createdAt >= INVOICE_FROM && isDue(order, owed, shop),
    };
  });
};

/** Whether a shop's setting lets the first document go. */
export const isDue = (order: ShopOrder, owed: Owed, { issueOn }: Pick<ShopSettings, 'issueOn'>): boolean => {
  if (order.cancelled) return owed.kind === 'letter';
  if (issueOn === 'placed') return true;
  return issueOn === 'paid' ? isPaid(order) : order.fulfilled;
};

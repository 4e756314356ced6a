import type { OrderSnapshot } from '../../event/snapshot.ts';
import { namedFaults } from '../faults.ts';
import type { NotTold, ShopFetch } from '../shop-fetch.ts';
import { apiSchema } from './api.ts';
import type { OrderReading } from './reading.ts';
import { readRefund } from './refund-rows.ts';
import { withRefunds } from './refunds.ts';
import { readPages } from './rest.ts';

/** Reads the rows of an order's refunds, of which a webhook tells the sums alone. */
export const woocommerceFetch: ShopFetch<OrderSnapshot> = {
  // WooCommerce sets no pace of its own; five calls a second are less than one visitor's page with its pictures.
  everyMs: 200,
  complete: async (known, shop, api, caller) => {
    const of = { shop, api: apiSchema.parse(api), caller };
    const refunds = await readPages(of, `orders/${known.orderId}/refunds`, MOST_REFUNDS);
    if (refunds.kind !== 'told') return refunds;
    const reading: OrderReading = { currency: known.currency, rates: new Map(), faults: [] };
    const read = refunds.value.map((refund, index) => readRefund(reading, refund, index));
    if (reading.faults.length > 0) return unreadable(namedFaults(reading.faults));
    // All that the shop has by now: a webhook is not sent twice, so the one of a later refund may never come.
    return { kind: 'read', snapshot: { ...withRefunds(known, read), coverage: 'whole' } };
  },
};

/** An order of more refunds than that is none that a program should correct. */
const MOST_REFUNDS = 1_000;

const unreadable = (detail: string): NotTold => ({ kind: 'unreadable', detail });

import { numberKeyOf } from '../../deliver/note-number.ts';
import type { Ledger } from '../../deliver/ports.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import { type OrderKey, orderKeyOf } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';

/** The order of this number (with or without its `#`), or of this id in the shop. */
export const findOrder = async (
  ledger: Pick<Ledger, 'read'>,
  { platform, tenant }: Pick<ShopSettings, 'platform' | 'tenant'>,
  asked: string,
): Promise<OrderRecord | undefined> => {
  const numbers = asked.startsWith('#') ? [asked, asked.slice(1)] : [asked, `#${asked}`];
  const keys: OrderKey[] = [];
  for (const number of numbers) {
    const record = await ledger.read('number', numberKeyOf({ platform, tenant, number }));
    if (record !== undefined) keys.push(record.order);
  }
  for (const key of [...keys, orderKeyOf({ platform, tenant, orderId: asked })]) {
    const order = await ledger.read('order', key);
    if (order !== undefined) return order;
  }
  return undefined;
};

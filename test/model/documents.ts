import type { Invoice } from '../../infra/local/co3/account.ts';
import type { Sums } from './oracle.ts';

/** What stands in a document as it was sent: the marker is the comment's first line. */
export const markerOf = ({ sentComment }: Invoice): string => sentComment.split('\n')[0] ?? '';

/** `prod/shopify:tenant/1001/invoice/1` → `shopify:tenant#1001`, the order's key. */
export const orderOf = (marker: string): string => {
  const [, shop = '', orderId = ''] = marker.split('/');
  return `${shop}#${orderId}`;
};

/** Gross by VAT of the documents' rows, in minor units; CO3 rounds each row to two decimals. */
export const sumsOf = (invoices: readonly Invoice[]): Sums => {
  const sums: Record<string, number> = {};
  for (const { rows } of invoices)
    for (const row of rows) {
      const vat = row['vat'] ?? '';
      const gross = Number(row['quantity']) * Number(row['net_price']) * (1 + Number(vat) / 100);
      sums[vat] = (sums[vat] ?? 0) + Math.sign(gross) * Math.round(Math.abs(gross) * 100);
    }
  return sums;
};

export const grossMinorOf = ({ gross }: Invoice): number => Math.round(Number(gross) * 100);
export const paidMinorOf = ({ balance }: Invoice): number => Math.round(Number(balance) * 100);

import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { PAYMENTS, type Payment } from '../settings/payments.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { TranslateProblem } from './drafts.ts';
import { foldText } from './fold.ts';
import { PAYMENT_DEFAULTS } from './payment-defaults.ts';
import { field, problem } from './problem.ts';

/** How an order is paid: the shop's own mapping (exact, then without accents and case), then the names that leave no doubt. */
export const paymentOf = (
  gateways: readonly string[],
  mapping: Readonly<Record<string, Payment>>,
): Result<Payment, TranslateProblem> => {
  const [gateway = '', second] = othersOf(gateways);
  if (second !== undefined)
    return unmapped(
      gatewayText(gateways),
      'The order was paid in several ways, and the shop does not say how much in each.',
    );
  const payment = mapped(gateway, mapping) ?? PAYMENT_DEFAULTS.get(foldText(gateway));
  if (payment !== undefined) return ok(payment);
  return unmapped(
    gateway,
    gateway === ''
      ? 'The shop names no way of payment; settings.payments has none for the empty text.'
      : `The way of payment «${gateway}» has no entry in settings.payments.`,
  );
};

/** As `paymentOf`; an order that costs nothing and names no gateway was paid by nothing in particular. */
export const paymentOfOrder = (
  order: Pick<OrderSnapshot, 'gateways' | 'totalMinor'>,
  shop: Pick<ShopSettings, 'payments'>,
): Result<Payment, TranslateProblem> => {
  const isFree = order.totalMinor === 0 && distinct(order.gateways).length === 0;
  return isFree ? ok('other') : paymentOf(order.gateways, shop.payments);
};

/** What a letter calls the order's way of payment: the shop's name of it, or its several names. */
export const gatewayText = (gateways: readonly string[]): string => othersOf(gateways).join(', ');

export const isPaidInSeveralWays = (gateways: readonly string[]): boolean => othersOf(gateways).length > 1;

// A gift card beside another way is a part of the money; the document bears the other.
const othersOf = (gateways: readonly string[]): readonly string[] => {
  const named = distinct(gateways);
  return named.length > 1 ? named.filter((name) => !isGiftCard(name)) : named;
};

const distinct = (gateways: readonly string[]): readonly string[] => [
  ...new Map(gateways.filter((name) => name.trim() !== '').map((name) => [foldText(name), name])).values(),
];

const isGiftCard = (gateway: string): boolean => ['gift_card', 'gift card'].includes(foldText(gateway));

const mapped = (gateway: string, mapping: Readonly<Record<string, Payment>>): Payment | undefined => {
  const entries = Object.entries(mapping);
  const exact =
    entries.find(([name]) => name === gateway) ?? entries.find(([name]) => foldText(name) === foldText(gateway));
  return exact?.[1];
};

const unmapped = (gateway: string, text: string): Result<Payment, TranslateProblem> =>
  problem('UnmappedPayment', text, field('settings.payments', gateway, PAYMENTS));

import type { Payment } from '../settings/payments.ts';
import { foldText } from './fold.ts';

/** What shops call their ways of payment, where the name leaves no doubt. Whole names only: `bacs` is a transfer, `bacs_debit` a direct debit. */
const NAMES: Readonly<Record<Payment, readonly string[]>> = {
  transfer: [
    'bacs',
    'BANK_TRANSFER',
    'Bank Transfer',
    'Bank Deposit',
    'BANK_DEPOSIT',
    'transfer',
    'Banki átutalás',
    'Átutalás',
    'SIMPLEWIRE',
  ],
  'c.o.d.': [
    'cod',
    'COD2',
    'COD3',
    'COD4',
    'Cash on Delivery (COD)',
    'Cash on Delivery',
    'CASH_ON_DELIVERY',
    'Utánvét',
    'Utánvétel',
  ],
  cash: ['cash', 'Készpénz', 'Személyes átvétel', 'POS cash'],
  bankcard: [
    ...[
      'shopify_payments',
      'Shopify Payments',
      'stripe',
      'woocommerce_payments',
      'paypal',
      'Barion',
      'SimplePay',
      'SIMPLE',
    ],
    ...[
      'KHB',
      'K&H',
      'CIB',
      'OTP',
      'PayU',
      'iyzico',
      'bankcard',
      'popup',
      'bankcard_offline',
      'qvik',
      'bankcard_qvik',
      'Bankkártya',
    ],
  ],
  cheque: ['cheque', 'check', 'checkmo', 'Money Order', 'MONEY_ORDER'],
  other: [
    ...[
      'gift_card',
      'Gift card',
      'store_credit',
      'Store credit',
      'voucher',
      'coupon',
      'LOYALTYPOINT',
      'loyalty points',
    ],
    ...['SZÉP', 'SZÉP kártya', 'OTP_SZEP', 'MKB_SZEP', 'KHB_SZEP', 'bnpl', 'PASTPAY', 'credit', 'other'],
  ],
  'direct debit': ['sepa', 'sepa_debit', 'stripe_sepa', 'becs', 'becs_debit', 'bacs_debit', 'direct debit'],
};

export const PAYMENT_DEFAULTS: ReadonlyMap<string, Payment> = new Map(
  Object.entries(NAMES).flatMap(([payment, names]) =>
    names.map((name) => [foldText(name), payment as Payment] as const),
  ),
);

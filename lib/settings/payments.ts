/** How a buyer pays, in CO3's words. */
export const PAYMENTS = ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit'] as const;
export type Payment = (typeof PAYMENTS)[number];

import { lessDecimal } from './decimal-text.ts';

/** A quantity less others, all of them decimal texts; nothing where they are more. */
export const lessQuantities = (quantity: string, others: readonly string[]): string => {
  const left = others.reduce(lessDecimal, quantity);
  return left.startsWith('-') ? '0' : left;
};

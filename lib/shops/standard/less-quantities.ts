/** A quantity less others, all of them decimal texts; nothing where they are more. */
export const lessQuantities = (quantity: string, others: readonly string[]): string => {
  const places = Math.max(...[quantity, ...others].map((text) => fractionOf(text).length));
  const left = others.reduce((rest, other) => rest - toUnits(other, places), toUnits(quantity, places));
  if (others.length === 0) return quantity;
  if (left <= 0n) return '0';
  const digits = String(left).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

const fractionOf = (text: string): string => text.split('.')[1] ?? '';

const toUnits = (text: string, places: number): bigint =>
  BigInt(`${text.split('.')[0] ?? ''}${fractionOf(text).padEnd(places, '0')}`);

const ORDER_LABELS: ReadonlyMap<string, string> = new Map([
  ['hu', 'Rendelés'],
  ['de', 'Bestellung'],
]);

/** For people: the shop's own number of the order, then each legal phrase once. */
export const commentOf = (number: string, language: string, phrases: readonly string[]): string => {
  const label = ORDER_LABELS.get(language.slice(0, 2)) ?? 'Order';
  const lines = [number.trim() === '' ? '' : `${label}: ${number}`, ...phrases];
  return [...new Set(lines.filter((line) => line.trim() !== ''))].join('\n');
};

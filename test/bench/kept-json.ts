/** What is kept of a run, with four digits of each figure: more would be noise. */
export const toKeptJson = (run: unknown): string => `${JSON.stringify(run, toFourDigits, 2)}\n`;

const toFourDigits = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

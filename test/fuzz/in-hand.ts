/** The input that a worker has in hand, so that it is not lost where the worker hangs or dies of it. */
export interface InHand {
  take(input: Uint8Array): void;
  /** How many were taken in hand. */
  count(): number;
  last(): Uint8Array;
}

const MOST_BYTES = 2_000_000;

export const makeSharedInHand = (): SharedArrayBuffer => new SharedArrayBuffer(8 + MOST_BYTES);

/** Both sides make one of the same memory. */
export const makeInHand = (shared: SharedArrayBuffer): InHand => {
  const numbers = new Int32Array(shared, 0, 2);
  const bytes = new Uint8Array(shared, 8);
  return {
    take: (input) => {
      bytes.set(input);
      numbers[1] = input.length;
      Atomics.add(numbers, 0, 1);
    },
    count: () => Atomics.load(numbers, 0),
    last: () => bytes.slice(0, numbers[1]),
  };
};

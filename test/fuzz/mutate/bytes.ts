import type { Chance } from './chance.ts';
import { HOSTILE_BYTES, HOSTILE_TEXTS } from './hostile.ts';

/** The bytes with one change that looks at no structure. `other` is an input that a part may be taken from. */
export const changeBytes = (bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array => {
  const from = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + chance.below(chance.oneIn(3) ? bytes.length : 8));
  const [head, part, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (chance.below(8)) {
    case 0:
      return Buffer.concat([head, part.map((byte) => byte ^ (1 << chance.below(8))), tail]);
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, part, part, tail]);
    case 3:
      return Buffer.concat([head, Buffer.from(chance.oneOf(HOSTILE_BYTES)), part, tail]);
    case 4:
      return Buffer.concat([head, Buffer.from(chance.oneOf(HOSTILE_TEXTS)), tail]);
    case 5:
      return head;
    case 6:
      return Buffer.concat([head, other.subarray(chance.below(other.length + 1))]);
    default:
      return Buffer.concat([head, repeated(part, chance), tail]);
  }
};

const MOST_BYTES = 200_000;

/** As often as makes a long run of the same thing, now and then a very long one. */
const repeated = (part: Uint8Array, chance: Chance): Uint8Array => {
  const times = chance.oneIn(60) ? MOST_BYTES : 50;
  return Buffer.concat(Array.from({ length: Math.min(times, Math.floor(MOST_BYTES / (part.length + 1))) }, () => part));
};

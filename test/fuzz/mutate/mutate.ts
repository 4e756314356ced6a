import type { Format } from '../target.ts';
import { changeBytes } from './bytes.ts';
import type { Chance } from './chance.ts';
import { changeJson } from './json.ts';
import { changeTokens } from './tokens.ts';

/** An input made of one of the pool by one change or several, of its structure as a rule, of its bytes now and then. */
export const mutate = (format: Format, pool: readonly Uint8Array[], chance: Chance): Uint8Array => {
  let input = chance.oneOf(pool);
  const changes = 1 + chance.below(4);
  for (let change = 0; change < changes; change += 1) {
    input = chance.oneIn(4) ? changeBytes(input, chance.oneOf(pool), chance) : changeStructure(format, input, chance);
    if (input.length > MOST_BYTES) return input.subarray(0, MOST_BYTES);
  }
  return input;
};

const MOST_BYTES = 1_000_000;

const changeStructure = (format: Format, input: Uint8Array, chance: Chance): Uint8Array => {
  const text = Buffer.from(input).toString('utf8');
  return Buffer.from(changeText(format, text, chance));
};

const changeText = (format: Format, text: string, chance: Chance): string => {
  switch (format) {
    case 'json':
      return changeJson(text, chance) ?? changeTokens('text', text, chance);
    case 'yaml':
      // JSON is YAML too, and its structure can be changed without breaking it.
      return changeJson(text, chance) ?? changeTokens('yaml', text, chance);
    case 'xml':
    case 'text':
      return changeTokens(format, text, chance);
    default:
      return format satisfies never;
  }
};

import { CO3_CODES } from '../../co3/codes.ts';
import { docsOf } from '../../co3/decode.ts';
import { OWN_PROBLEMS } from '../../co3/own-problems.ts';

/** Where docs/errors.md explains a letter, from the folder docs; undefined where there is no such letter. */
export const letterDocs = (name: string): string | undefined => LETTERS.get(name)?.replace('docs/', '');

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CO3_CODES).map(([code, row]) => [row.name, docsOf(Number(code), row)] as const),
  ...Object.entries(OWN_PROBLEMS).map(([name, { docs }]) => [name, docs] as const),
]);

import { digestOf } from '../../event/digest.ts';
import type { ContactDraft } from '../../translate/drafts.ts';
import { foldText } from '../../translate/fold.ts';

/** Of a name's words, whatever their order, letter case, accents and punctuation; null where there is no word. */
export const nameDigest = (name: string): string | null => {
  const words = foldText(name).match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : digestOf(words.toSorted());
};

/** What a listed name is found by: itself, and where it ends in brackets, `firm (person)`, what stands before them. */
export const listedDigests = (name: string): readonly string[] => digestsOf([name, name.replace(/\(.*$/s, '')]);

/** What a buyer may be listed as: nobody documents how CO3 puts firm and person together. */
export const buyerDigests = ({ lastName, firstName, firm }: ContactDraft): readonly string[] => {
  const person = `${lastName} ${firstName}`;
  return digestsOf([`${firm} ${person}`, firm, person]);
};

const digestsOf = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map(nameDigest).filter((digest) => digest !== null)),
];

import { closestMatch } from 'leven';

/** What there is in place of words that nobody knows: `there are: …`, and before that what was probably meant. */
export const whatThereIs = (unknown: readonly string[], known: readonly string[]): string => {
  const meant = unknown.flatMap((word) => nearestOf(word, known) ?? []);
  const list = known.join(', ');
  return meant.length === 0 ? `there are: ${list}` : `did you mean \`${meant.join('`, `')}\`? There are: ${list}`;
};

/** The known word that a misspelt one was most likely to be, or the only one that it is a part of. */
export const nearestOf = (word: string, known: readonly string[]): string | undefined => {
  const folded = word.toLowerCase();
  const spellings = new Map(known.map((one) => [one.toLowerCase(), one]));
  // A third of the letters wrong is a slip, more is another word.
  const near = closestMatch(folded, [...spellings.keys()], { maxDistance: Math.floor(folded.length / 3) });
  if (near !== undefined) return spellings.get(near);
  const [only, ...more] = known.filter((one) => folded.length >= SHORTEST_PART && one.toLowerCase().includes(folded));
  return more.length === 0 ? only : undefined;
};

const SHORTEST_PART = 4;

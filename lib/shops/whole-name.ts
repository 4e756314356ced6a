import type { Party } from '../event/snapshot.ts';

/** A name that comes whole: Hungarians put the family name first, others last. */
export const wholeName = (text: string, country: string): Party['name'] => {
  const name = text.trim();
  const cut = country === 'HU' ? name.indexOf(' ') : name.lastIndexOf(' ');
  if (cut === -1) return { first: '', last: name };
  const [before, after] = [name.slice(0, cut).trim(), name.slice(cut + 1).trim()];
  return country === 'HU' ? { first: after, last: before } : { first: before, last: after };
};

import { correctLetter } from '../../lib/dead-letters/correct.ts';
import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { askedFor, type DeskDeps } from './desks.ts';
import type { Plant } from './plant.ts';
import type { PersonPlan } from './story.ts';
import { type CorrectedPlace, PLACES } from './watch-corrections.ts';

type Correcting = Extract<PersonPlan['does'], `correct${string}`>;

/** A person corrects the order of a letter, in one of the ways in which people do. */
export const correctAs = async (
  { states, table, asked }: Plant,
  deps: DeskDeps,
  { key, letter, work }: LetterRecord,
  does: Correcting,
  nth: number,
): Promise<void> => {
  if (work?.kind !== 'order') return;
  const path = does === 'correct-elsewhere' ? 'buyer.phone' : pointedAt(letter);
  const order = table.all('order').find((one) => one.key === work.key);
  const told = states.find((one) => one.key === work.key && one.changedAt === order?.snapshot.changedAt)?.told;
  if (told === undefined) return;
  const value = wishOf(does, path, told[path], nth);
  asked.add(askedFor(work.key, path, value));
  await correctLetter(deps, key, [{ path, value }], { by: `person-${nth}`, why: '' }, deps.clock.now());
};

const pointedAt = ({ error }: LetterRecord['letter']): CorrectedPlace =>
  PLACES.find((place) => error.fields.some(({ path }) => path === place)) ?? 'buyer.email';

const wishOf = (does: Correcting, path: CorrectedPlace, told: string, nth: number): string => {
  switch (does) {
    case 'correct':
      return RIGHT[path][nth % RIGHT[path].length] ?? '';
    case 'correct-wrongly':
      return WRONG[path];
    case 'correct-elsewhere':
      return `+36 1 555 010${nth}`;
    case 'correct-back':
      return told;
    default:
      return does satisfies never;
  }
};

const RIGHT: Readonly<Record<CorrectedPlace, readonly string[]>> = {
  'buyer.email': ['anna@right.example', 'office@right.example', 'anna@other.example'],
  'buyer.phone': ['+36 1 555 0100'],
  'buyer.taxNumber': ['12345676-1-42', ''],
  'settings.payments': ['bankcard', 'c.o.d.'],
};

/** Refused once more, by CO3 or by the bridge itself. */
const WRONG: Readonly<Record<CorrectedPlace, string>> = {
  'buyer.email': 'still@nowhere',
  'buyer.phone': '+36 1 555 0199',
  'buyer.taxNumber': '12345678-1-41',
  'settings.payments': 'Utánvét (GLS)',
};

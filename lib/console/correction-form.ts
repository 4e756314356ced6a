import { readCorrecting } from '../dead-letters/correct.ts';
import { type CorrectablePlace, correctablePlaces } from '../dead-letters/correctable-places.ts';
import type { Correcting } from '../dead-letters/correcting.ts';
import type { Change } from '../dead-letters/order-changes.ts';
import type { DeskDeps } from './console-env.ts';

/** A letter's order as a form that corrects it. */
export interface CorrectionForm {
  readonly correcting: Correcting;
  readonly places: readonly CorrectablePlace[];
}

/** The form of a letter; undefined where nothing of it can be corrected just now. */
export const readCorrectionForm = async (
  deps: Pick<DeskDeps, 'ledger' | 'settings' | 'stage' | 'clock'>,
  id: string,
): Promise<CorrectionForm | undefined> => {
  const correcting = await readCorrecting(deps, id, deps.clock.now());
  return correcting.ok ? { correcting: correcting.value, places: correctablePlaces(correcting.value) } : undefined;
};

/** Names of the fields of a place: its value, and what the person saw there. */
export const valueField = (path: string): string => `value:${path}`;
export const seenField = (path: string): string => `seen:${path}`;

/** What a field shows: what the setting makes of the shop's own name, else what stands there. */
export const shownAt = ({ path, means, value }: CorrectablePlace): string =>
  path.startsWith('settings.') ? means : value;

/** The places whose field came back with another value than it had. */
export const toChanges = (
  places: readonly CorrectablePlace[],
  typed: Readonly<Record<string, string>>,
): readonly Change[] =>
  places.flatMap((place) => {
    const value = typed[valueField(place.path)];
    const seen = typed[seenField(place.path)];
    return value === undefined || seen === undefined || value.trim() === shownAt(place).trim()
      ? []
      : [{ path: place.path, value, seen }];
  });

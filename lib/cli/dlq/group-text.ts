import type { CausePlace } from '../../dead-letters/cause.ts';
import type { Worth } from '../../dead-letters/groups.ts';
import type { LinePlace } from '../../dead-letters/letter-line.ts';
import { formatMinor } from '../../event/money.ts';

/** `settings.payments: Utánvét`. */
export const placeText = ({ path, value }: CausePlace): string => `${path}${value === '' ? '' : `: ${value}`}`;

/** The places of one letter. */
export const linePlacesText = (places: readonly LinePlace[]): string =>
  places.length === 0
    ? '—'
    : places.map(({ path, tag, value }) => placeText({ path: path === '' ? tag : path, value })).join('\n');

/** `6350.00 HUF`. */
export const worthText = ({ currency, minor }: Worth): string => `${formatMinor(minor, currency)} ${currency}`;

import type { CausePlace } from '../../dead-letters/cause.ts';
import type { Worth } from '../../dead-letters/groups.ts';
import { formatMinor } from '../../event/money.ts';

/** `settings.payments: Utánvét`. */
export const placeText = ({ path, value }: CausePlace): string => `${path}${value === '' ? '' : `: ${value}`}`;

/** `6350.00 HUF`. */
export const worthText = ({ currency, minor }: Worth): string => `${formatMinor(minor, currency)} ${currency}`;

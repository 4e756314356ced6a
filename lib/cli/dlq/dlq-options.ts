import type { Io } from '../io.ts';
import type { LangOptions, PlaceOptions } from '../options.ts';

export type DlqOptions = PlaceOptions & { readonly json?: boolean };
export type DlqLangOptions = DlqOptions & LangOptions;

/** Who asks, as the letter's history names them. */
export const toPerson = ({ env }: Io): string => env['USER'] ?? env['USERNAME'] ?? 'bridge';

import { whenAsked } from '../event/when-asked.ts';

/** The ISO code of a country that is named in Hungarian or English; empty where no country is called so. */
export const countryByName = (name: string): string => codes().get(name.trim().toLowerCase()) ?? '';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const codes = whenAsked(
  (): ReadonlyMap<string, string> =>
    new Map(
      ['en', 'hu'].flatMap((language) => {
        const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
        return LETTERS.flatMap((first) =>
          LETTERS.flatMap((second) => {
            const code = `${first}${second}`;
            const name = names.of(code);
            return name === undefined ? [] : [[name.toLowerCase(), code] as const];
          }),
        );
      }),
    ),
);

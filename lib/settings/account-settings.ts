import * as z from 'zod';
import { readBackSettings } from './read-back-settings.ts';
import { matching, namedOf, settingsOf } from './settings-of.ts';

export const secretName = matching(
  /^co3-bridge\/.+/,
  'the name of a secret that begins with co3-bridge/, the only ones that may be read',
);

export const currencyCode = matching(/^[A-Z]{3}$/, 'a currency is three capitals such as HUF');
const country = matching(/^[A-Z]{2}$/, 'a country is two capitals such as HU (ISO 3166-1)');

export const accountSettings = settingsOf({
  secret: secretName,
  currency: currencyCode,
  seller: settingsOf({ country }),
  /** How CO3 is searched for a document that got no answer. */
  readBack: readBackSettings,
  /** Renames and assumptions of CO3's API; checked in lib/co3, which alone knows the names. */
  contract: namedOf('what is otherwise, by method, `values`, `envelope` and `assumptions`', z.unknown()).default({}),
});

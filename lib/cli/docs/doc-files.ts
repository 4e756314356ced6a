import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { toJsonSchemas } from '../schema/schemas.ts';
import { toSettingsTables } from './settings-tables.ts';
import { withTables } from './with-tables.ts';

export const SETTINGS_PAGE = 'docs/settings.md';

/** All that is written from schemas and descriptions, by its path; `page` is docs/settings.md as it is. */
export const toDocFiles = (platforms: PlatformsTraits, page: string): ReadonlyMap<string, string> =>
  new Map([
    [SETTINGS_PAGE, withTables(page, 'settings', toSettingsTables(platforms))],
    ...[...toJsonSchemas(platforms)].map(
      ([name, { schema }]) => [pathOf(name), `${JSON.stringify(schema, null, 2)}\n`] as const,
    ),
  ]);

// That of the settings stands beside them.
const pathOf = (name: string): string =>
  name === 'settings' ? 'infra/shops.schema.json' : `docs/schemas/${name}.schema.json`;

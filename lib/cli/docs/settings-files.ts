import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { toSecretJsonSchemas } from './secret-json-schemas.ts';
import { toSettingsJsonSchema } from './settings-json-schema.ts';
import { toSettingsTables } from './settings-tables.ts';
import { withTables } from './with-tables.ts';

export const SETTINGS_PAGE = 'docs/settings.md';

/** All that is written from the schemas and descriptions of settings and secrets, by its path; `page` is docs/settings.md as it is. */
export const toSettingsFiles = (platforms: PlatformsTraits, page: string): ReadonlyMap<string, string> =>
  new Map([
    [SETTINGS_PAGE, withTables(page, toSettingsTables(platforms))],
    ['infra/shops.schema.json', toText(toSettingsJsonSchema(platforms))],
    ...Object.entries(toSecretJsonSchemas(platforms)).map(
      ([name, schema]) => [`docs/schemas/${name}.schema.json`, toText(schema)] as const,
    ),
  ]);

const toText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

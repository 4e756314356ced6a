import * as z from 'zod';
import { SETTING_DESCRIPTIONS } from '../../settings/descriptions.ts';
import type { PlatformsTraits, PlatformTraits } from '../../settings/platform-traits.ts';
import { toSettingsSchema } from '../../settings/settings.ts';
import { toContractJsonSchema } from './contract-json-schema.ts';
import { describeSchema } from './describe-schema.ts';
import { below, type JsonSchema } from './json-schema.ts';

/**
 * What an editor knows of shops.yml. What lies between several shops (names that must be there, doubled tenants and warehouses) no such
 * schema can say.
 */
export const toSettingsJsonSchema = (platforms: PlatformsTraits): JsonSchema => {
  const plain = z.toJSONSchema(toSettingsSchema(platforms), { io: 'input', target: 'draft-2020-12' });
  const account = below(plain, 'properties', 'accounts', 'additionalProperties');
  const shop = below(plain, 'properties', 'shops', 'additionalProperties');
  const whole = {
    $schema: plain.$schema,
    title: 'Settings of co3-shop-bridge',
    ...plain,
    properties: {
      ...below(plain, 'properties'),
      accounts: {
        ...below(plain, 'properties', 'accounts'),
        additionalProperties: {
          ...account,
          properties: {
            ...below(account, 'properties'),
            contract: { default: {}, ...toContractJsonSchema() },
          },
        },
      },
      shops: {
        ...below(plain, 'properties', 'shops'),
        additionalProperties: {
          ...shop,
          anyOf: Object.entries(platforms).map(([name, traits]) => ofPlatform(name, traits)),
        },
      },
    },
  };
  return describeSchema(whole, SETTING_DESCRIPTIONS);
};

const ofPlatform = (name: string, traits: PlatformTraits): JsonSchema => ({
  type: 'object',
  properties: {
    platform: { const: name },
    tenant: { type: 'string', pattern: traits.tenant.pattern.source, description: traits.tenant.says },
    taxNumberPlaces: { type: 'array', items: toPlaces(traits) },
    ...(traits.tells.products ? {} : { products: NOTHING }),
    ...(traits.tells.stock ? {} : { stock: NOTHING }),
  },
});

const toPlaces = ({ notePlaces, notePrefixes }: PlatformTraits): JsonSchema => {
  const places = [
    ...(notePlaces.length === 0 ? [] : [{ enum: notePlaces }]),
    ...notePrefixes.map((prefix) => ({ type: 'string', pattern: `^${escaped(prefix)}[\\s\\S]` })),
  ];
  return places.length === 0 ? NOTHING : { anyOf: places };
};

const NOTHING = { not: {} };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

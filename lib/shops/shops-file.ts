import type { Result } from '../event/result.ts';
import { parseSettings, type Settings } from '../settings/settings.ts';
import { PLATFORM_TRAITS } from './index.ts';

/** Reads shops.yml with what each platform asks of its shops. */
export const parseShopsFile = (yaml: string): Result<Settings, string> => parseSettings(yaml, PLATFORM_TRAITS);

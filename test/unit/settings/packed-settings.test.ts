import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkShopsFile } from '../../../lib/cli/check-shops-file.ts';
import { packSettings, unpackSettings } from '../../../lib/settings/packed-settings.ts';
import { SETTINGS_SAMPLE } from '../../support/settings-sample.ts';

it('unpacks what was packed, with every kind of setting', () => {
  const settings = checkShopsFile(stringify(SETTINGS_SAMPLE));
  if (!settings.ok) throw new Error('the sample is faulty');

  const unpacked = unpackSettings(packSettings(settings.value));

  expect(unpacked).toStrictEqual(settings.value);
});

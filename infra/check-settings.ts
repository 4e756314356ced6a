import { checkSettingsFile } from './check-settings-file.ts';

// Run by `npm start` before anything else starts: infra/local shares no code with the bridge.
const settings = await checkSettingsFile(process.argv[2] ?? 'infra/shops.yml');
if (!settings.ok) {
  process.stderr.write(`${settings.problem}\n`);
  process.exitCode = 2;
}

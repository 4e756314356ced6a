import { checkSettingsFile } from './check-settings-file.ts';

// Run by `npm start` before anything else starts: infra/local shares no code with the bridge.
const problem = await checkSettingsFile(process.argv[2] ?? 'infra/shops.yml');
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}

import { resolve } from 'node:path';

/** What of serverless is used here. */
interface Serverless {
  readonly serviceDir: string;
  readonly service: { readonly custom: { readonly shopsFile: string; readonly settingsFile: string } };
  /** `Error` is told without a stack trace. */
  readonly classes: { readonly Error: new (message: string, code: string) => Error };
}

/** Checks the settings before anything is packaged or deployed, and packs them as the functions read them. Faulty ones end the command. */
class SettingsPlugin {
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;

  constructor(serverless: Serverless) {
    const pack = async (): Promise<void> => {
      // Not at the top: every other command of serverless loads this file too.
      const { packSettingsFile } = await import('./pack-settings-file.ts');
      const { serviceDir, service } = serverless;
      const { shopsFile, settingsFile } = service.custom;
      const problem = await packSettingsFile(resolve(serviceDir, shopsFile), resolve(serviceDir, settingsFile));
      if (problem !== null) throw new serverless.classes.Error(problem, 'FAULTY_SETTINGS');
    };
    this.hooks = { 'before:package:cleanup': pack, 'before:deploy:function:initialize': pack };
  }
}

// serverless takes a plugin by no other name.
export default SettingsPlugin;

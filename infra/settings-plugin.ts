import { resolve } from 'node:path';

/** What of serverless is used here. */
interface Serverless {
  readonly serviceDir: string;
  readonly service: { readonly custom: { readonly shopsFile: string } };
  /** `Error` is told without a stack trace. */
  readonly classes: { readonly Error: new (message: string, code: string) => Error };
}

/** Refuses to package or deploy a settings file that no function would start with. */
class SettingsPlugin {
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;

  constructor(serverless: Serverless) {
    const check = async (): Promise<void> => {
      // Not at the top: every other command of serverless loads this file too.
      const { checkSettingsFile } = await import('./check-settings-file.ts');
      const problem = await checkSettingsFile(resolve(serverless.serviceDir, serverless.service.custom.shopsFile));
      if (problem !== null) throw new serverless.classes.Error(problem, 'FAULTY_SETTINGS');
    };
    this.hooks = { 'before:package:cleanup': check, 'before:deploy:function:initialize': check };
  }
}

// serverless takes a plugin by no other name.
export default SettingsPlugin;

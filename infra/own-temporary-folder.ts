import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives packaging a temporary folder of its own and takes it away afterwards: serverless-esbuild leaves a copy of each zip's files
 * in the machine's, the settings among them.
 */
class OwnTemporaryFolder {
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;

  constructor() {
    const before = process.env['TMPDIR'];
    let own: string | undefined;
    const make = async (): Promise<void> => {
      own = await mkdtemp(join(tmpdir(), 'co3-shop-bridge-'));
      process.env['TMPDIR'] = own;
    };
    const remove = async (): Promise<void> => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      if (own !== undefined) await rm(own, { recursive: true });
    };
    this.hooks = {
      'before:package:createDeploymentArtifacts': make,
      'after:package:createDeploymentArtifacts': remove,
      'before:deploy:function:packageFunction': make,
      'after:deploy:function:packageFunction': remove,
    };
  }
}

// serverless takes a plugin by no other name.
export default OwnTemporaryFolder;

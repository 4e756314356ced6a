import { readFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'yaml';

const ROOT = new URL('../..', import.meta.url).pathname;

// Its own options; it hands esbuild the others.
const { outputWorkFolder, outputFileExtension, skipRebuild, watch, exclude, ...AS_DEPLOYED } = parse(
  readFileSync(`${ROOT}serverless.yml`, 'utf8'),
  { logLevel: 'error' },
).custom.esbuild;

/** A function's bundle as it is deployed. */
export const bundleFunction = (name: string): Promise<Uint8Array> =>
  toBundle({ entryPoints: [`functions/${name}.ts`] });

/** A bundle of that source, made in the same way. */
export const bundleSource = (source: string): Promise<Uint8Array> =>
  toBundle({ stdin: { contents: source, resolveDir: ROOT } });

const toBundle = async (what: BuildOptions): Promise<Uint8Array> => {
  const built = await build({ ...AS_DEPLOYED, ...what, absWorkingDir: ROOT, write: false, logLevel: 'error' });
  const [file] = built.outputFiles ?? [];
  if (file === undefined) throw new Error('nothing was built');
  return file.contents;
};

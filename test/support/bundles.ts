import { readFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'yaml';

export interface Bundle {
  readonly code: Uint8Array;
  /** The files that it was made of and that anything of is left, by their path from the root of the project. */
  readonly modules: readonly string[];
  /** What it still imports when it runs. */
  readonly imports: readonly string[];
}

/** A function's bundle as it is deployed. */
export const bundleFunction = (name: string): Promise<Bundle> =>
  toBundle({ ...AS_DEPLOYED, entryPoints: [`functions/${name}.ts`] });

/** A bundle of that source, made in the same way, with the packages as they come: nothing stands in for a part of them. */
export const bundleSource = (source: string): Promise<Bundle> => {
  const { alias, ...others } = AS_DEPLOYED;
  return toBundle({ ...others, stdin: { contents: source, resolveDir: ROOT } });
};

const ROOT = new URL('../..', import.meta.url).pathname;

// Its own options; it hands esbuild the others.
const { outputWorkFolder, outputFileExtension, skipRebuild, watch, exclude, ...AS_DEPLOYED } = parse(
  readFileSync(`${ROOT}serverless.yml`, 'utf8'),
  { logLevel: 'error' },
).custom.esbuild;

const toBundle = async (options: BuildOptions): Promise<Bundle> => {
  const built = await build({ ...options, absWorkingDir: ROOT, write: false, metafile: true, logLevel: 'error' });
  const [file] = built.outputFiles;
  const [output] = Object.values(built.metafile.outputs);
  if (file === undefined || output === undefined) throw new Error('nothing was built');
  const modules = Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [path] : [],
  );
  return { code: file.contents, modules, imports: output.imports.map(({ path }) => path) };
};

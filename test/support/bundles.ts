import { readFileSync } from 'node:fs';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { parse } from 'yaml';

export interface Bundle {
  /** The one of its files that the others belong to. */
  readonly own: string;
  /** By their paths in the zip. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that it was made of and that anything of is left, by their path from the root of the project. */
  readonly modules: readonly string[];
  /** Those of them that are read at a start; what else there is comes when it is first needed. */
  readonly atStart: readonly string[];
  /** What it still imports when it runs. */
  readonly imports: readonly string[];
}

/** A function's bundle as it is deployed. */
export const bundleFunction = async (name: string): Promise<Bundle> =>
  toBundle({ ...(await asDeployed()), entryPoints: [`functions/${name}.ts`] });

/** A bundle of that source in one file, with the packages as they come: nothing stands in for a part of them. */
export const bundleSource = (source: string): Promise<Bundle> =>
  toBundle({ ...PLAIN, stdin: { contents: source, resolveDir: ROOT } });

/** A bundle of that source, made in every way as the functions are. */
export const bundleSourceAsDeployed = async (source: string): Promise<Bundle> => {
  const { plugins, ...others } = await asDeployed();
  return toBundle({ ...others, stdin: { contents: source, resolveDir: ROOT } });
};

const ROOT = new URL('../..', import.meta.url).pathname;

// Besides esbuild's options there are its own.
const { outputWorkFolder, outputFileExtension, skipRebuild, watch, exclude, plugins, ...OPTIONS } = parse(
  readFileSync(`${ROOT}serverless.yml`, 'utf8'),
  { logLevel: 'error' },
).custom.esbuild;
const { alias, splitting, ...PLAIN } = OPTIONS;

const asDeployed = async (): Promise<BuildOptions> => {
  const { default: loaded }: { readonly default: Plugin[] } = await import(`${ROOT}${plugins}`);
  return { ...OPTIONS, external: exclude, plugins: loaded };
};

const toBundle = async (options: BuildOptions): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    ...options,
    outdir: `${ROOT}functions`,
    outExtension: { '.js': outputFileExtension },
    absWorkingDir: ROOT,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  // esbuild tells the file of the entry before the parts of it.
  const [own] = Object.keys(metafile.outputs);
  if (own === undefined) throw new Error('nothing was built');
  const outputs = Object.values(metafile.outputs);
  return {
    own,
    files: new Map(outputFiles.map(({ path, contents }) => [path.slice(ROOT.length), contents])),
    modules: outputs.flatMap(modulesOf),
    atStart: startOf(metafile, own).flatMap(modulesOf),
    imports: outputs.flatMap(({ imports }) => imports.flatMap(({ path, external }) => (external ? [path] : []))),
  };
};

type Output = Metafile['outputs'][string];

const modulesOf = ({ inputs }: Output): readonly string[] =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));

/** The bundle's own file, and all that is read before any of it runs. */
const startOf = ({ outputs }: Metafile, own: string): readonly Output[] => {
  const read = new Set<Output>();
  const addFrom = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || read.has(output)) return;
    read.add(output);
    for (const { path, kind } of output.imports) if (kind === 'import-statement') addFrom(path);
  };
  addFrom(own);
  return [...read];
};

import { parse } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Names the parts of a function's bundle after it: `functions/deliver.NAME-HASH.mjs`. All functions are built into one folder, and
 * serverless-esbuild leaves out of a zip what bears the name of another function, but nothing else.
 */
const nameChunks: Plugin = {
  name: 'name-chunks',
  setup: ({ initialOptions }) => {
    const { entryPoints } = initialOptions;
    const [entry] = Array.isArray(entryPoints) ? entryPoints : [];
    if (typeof entry !== 'string') throw new Error('a function is built from one file');
    initialOptions.chunkNames = `${parse(entry).name}.[name]-[hash]`;
  },
};

// serverless-esbuild takes a list.
export default [nameChunks];

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const JS = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

/** The files that pages name, by their names in the address: ours, and those of the two libraries as their packages bring them. */
const ASSETS = {
  'base.css': { type: CSS, file: own('base.css') },
  'frame.css': { type: CSS, file: own('frame.css') },
  'tables.css': { type: CSS, file: own('tables.css') },
  'letter.css': { type: CSS, file: own('letter.css') },
  'correct.css': { type: CSS, file: own('correct.css') },
  'charts.css': { type: CSS, file: own('charts.css') },
  'charts.js': { type: JS, file: own('charts.js') },
  'uplot.js': { type: JS, file: packaged('uplot/dist/uPlot.iife.min.js') },
  'uplot.css': { type: CSS, file: packaged('uplot/dist/uPlot.min.css') },
  'keys.js': { type: JS, file: own('keys.js') },
  'icon.svg': { type: 'image/svg+xml', file: own('icon.svg') },
  'htmx.js': { type: JS, file: packaged('htmx.org/dist/htmx.min.js') },
} as const satisfies Record<string, { readonly type: string; readonly file: string }>;

/** The file of this name; undefined where no page names one so. */
export const readAsset = async (name: string): Promise<Asset | undefined> => {
  if (!isAsset(name)) return undefined;
  const { type, file } = ASSETS[name];
  return { type, body: new Uint8Array(await readFile(file)) };
};

const isAsset = (name: string): name is keyof typeof ASSETS => Object.hasOwn(ASSETS, name);

function own(name: string): string {
  return fileURLToPath(new URL(`assets/${name}`, import.meta.url));
}

function packaged(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PLATFORM_TRAITS } from '../../shops/index.ts';
import { SETTINGS_PAGE, toDocFiles } from './doc-files.ts';

// `npm run docs:schemas`
const root = resolve(import.meta.dirname, '../../..');
const page = await readFile(resolve(root, SETTINGS_PAGE), 'utf8');
for (const [path, text] of toDocFiles(PLATFORM_TRAITS, page)) {
  await mkdir(dirname(resolve(root, path)), { recursive: true });
  await writeFile(resolve(root, path), text);
  process.stdout.write(`${path}\n`);
}

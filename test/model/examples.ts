import { readdirSync, readFileSync } from 'node:fs';
import type { Story } from './story.ts';

/** A story that has broken the bridge once, and what was wrong then. */
export interface Example {
  readonly why: string;
  readonly story: Story;
}

/** The stories in `examples/`, by the name of their files; they run before all others. */
export const readExamples = (): readonly (Example & { readonly name: string })[] => {
  const folder = new URL('./examples/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const example: Example = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return { ...example, name: file.replace('.json', '') };
    });
};

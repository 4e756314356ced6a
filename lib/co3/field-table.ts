import type { Leaf } from './command.ts';

/** Rows of tag, form and value, in the order in which they are sent. A value of null leaves the element out. */
export type FieldTable<Draft, Tag extends string> = readonly (readonly [
  tag: Tag,
  form: Leaf['form'],
  value: (draft: Draft) => string | null,
])[];

export const toLeaves = <Draft, Tag extends string>(
  table: FieldTable<Draft, Tag>,
  draft: Draft,
): readonly Leaf<Tag>[] =>
  table.flatMap(([tag, form, read]) => {
    const value = read(draft);
    return value === null ? [] : [{ tag, form, value }];
  });

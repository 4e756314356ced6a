import { type Fields, numericIdOf } from '../fields.ts';

export * from '../fields.ts';

/** The number in `gid://shopify/Order/820982911946154508`, else that of `id`; null where there is neither. */
export const idOf = (fields: Fields): string | null => {
  const gid = fields['admin_graphql_api_id'];
  const digits = typeof gid === 'string' ? /^gid:\/\/shopify\/\w+\/(\d+)/.exec(gid)?.[1] : undefined;
  return digits ?? numericIdOf(fields['id']);
};

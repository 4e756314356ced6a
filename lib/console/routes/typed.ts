import type { Context } from 'hono';

/** The texts of a form, by their fields. */
export const typedOf = async (c: Context): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(await c.req.parseBody()).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );

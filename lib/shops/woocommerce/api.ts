import * as z from 'zod/mini';

/** `api` of the shop's secret: a REST API key that may read. `url` only where the API has another address than `https://TENANT`. */
export const apiSchema = z.lazy(() =>
  z.object({
    consumerKey: z.string().check(z.minLength(1)),
    consumerSecret: z.string().check(z.minLength(1)),
    // The key travels with every request.
    url: z.optional(z.string().check(z.regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$))/))),
  }),
);

export type Api = z.output<typeof apiSchema>;

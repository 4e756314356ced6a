import * as z from 'zod';

/** `api` of the shop's secret: a REST API key that may read. `url` only where the API has another address than `https://TENANT`. */
export const apiSchema = z.object({
  consumerKey: z.string().min(1),
  consumerSecret: z.string().min(1),
  // The key travels with every request.
  url: z
    .string()
    .regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$))/)
    .optional(),
});

export type Api = z.output<typeof apiSchema>;

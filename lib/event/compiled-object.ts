import * as z from 'zod/mini';
import { $ZodObjectJIT } from 'zod/v4/core';

/**
 * `z.strictObject`, read by a function that zod compiles for it with the first value. `zod/mini` interprets each of its objects anew, which for an order's snapshot
 * takes more than twice as long. What comes of it has none of mini's methods: `z.safeParse(schema, value)`.
 */
export const compiledObject = <Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.core.$ZodObject<Shape, z.core.$strict> =>
  // By its own name: through `z.core` all of zod would come into the bundles.
  new $ZodObjectJIT({ type: 'object', shape, catchall: z.never() }) as z.core.$ZodObject<Shape, z.core.$strict>;

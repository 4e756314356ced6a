import * as z from 'zod/mini';

/**
 * `z.strictObject`, read by a function that zod compiles for it with the first value. `zod/mini` interprets each of its objects anew, which for an order's snapshot
 * takes more than twice as long. What comes of it has none of mini's methods: `z.safeParse(schema, value)`.
 */
export const compiledObject = <Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.core.$ZodObject<Shape, z.core.$strict> =>
  new z.core.$ZodObjectJIT({ type: 'object', shape, catchall: z.never() }) as z.core.$ZodObject<Shape, z.core.$strict>;

import { z } from 'zod';

import { Problem } from './problem.ts';

/** What the page sends, checked. @throws Problem when it is not of that shape */
export function readBody<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Problem(422, 'invalid', `The page sent something else: ${z.prettifyError(read.error)}`);
}

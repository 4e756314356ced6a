import * as z from 'zod/mini';
import { whenAsked } from '../../event/when-asked.ts';
import { id } from './parts.ts';

const headSchema = whenAsked(() =>
  z.object({
    type: z.catch(z.string(), ''),
    data: z.catch(z.object({ kind: z.catch(z.string(), ''), orderId: z.catch(z.nullable(id), null) }), {
      kind: '',
      orderId: null,
    }),
  }),
);

/** What a body of any shape calls itself. */
export interface BodyHead {
  readonly kind: string;
  readonly orderId: string | null;
  /** It tells of something that is none of our matters, and may be of whatever shape. */
  readonly isForeign: boolean;
}

export const readHead = (body: unknown): BodyHead => {
  const parsed = headSchema().safeParse(body);
  if (!parsed.success) return { kind: '', orderId: null, isForeign: false };
  const { type, data } = parsed.data;
  // A sender may post all its events to one address; a type that begins with one of our words is meant for us.
  const word = type.split('.')[0] ?? '';
  return { ...data, isForeign: word !== '' && !OURS.has(word) && !OURS.has(data.kind) };
};

const OURS: ReadonlySet<string> = new Set(['order', 'product', 'stock']);

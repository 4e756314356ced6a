import { markerLineOf } from '../co3/invoice-reads.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { type Marker, parseMarker, toMarkerStart } from './marker.ts';

/** What an invoice's comment shows of our markers: a whole one, or what CO3 has left of one. */
export type MarkerInComment =
  | { readonly kind: 'whole'; readonly text: string; readonly marker: Marker }
  | { readonly kind: 'piece'; readonly text: string };

type Shop = Pick<OrderSnapshot, 'platform' | 'tenant'>;

/** The marker of this stage and of one of the shops that the comment bears; undefined where it bears none. */
export const findMarker = (comment: string, stage: string, shops: readonly Shop[]): MarkerInComment | undefined => {
  const text = markerLineOf(comment);
  const marker = parseMarker(text);
  if (marker !== undefined)
    return marker.stage === stage && shops.some((shop) => isOf(marker, shop))
      ? { kind: 'whole', text, marker }
      : undefined;
  const starts = shops.map((shop) => toMarkerStart(stage, shop));
  const start = starts.find((one) => comment.includes(one));
  // What stands before it is somebody's words, and no matter of ours.
  if (start !== undefined)
    return { kind: 'piece', text: markerLineOf(comment.slice(comment.indexOf(start))).split(/\s/)[0] ?? '' };
  return starts.some((one) => isBeginning(text, one, stage)) ? { kind: 'piece', text } : undefined;
};

const isOf = (marker: Marker, { platform, tenant }: Shop): boolean =>
  marker.platform === platform && marker.tenant === tenant;

/** The stage alone may be anybody's word. */
const isBeginning = (text: string, start: string, stage: string): boolean =>
  text.length > stage.length && start.startsWith(text);

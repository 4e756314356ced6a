import type { OrderSnapshot } from '../event/snapshot.ts';

export interface Marker extends Pick<OrderSnapshot, 'platform' | 'tenant' | 'orderId'> {
  readonly stage: string;
  readonly purpose: string;
  readonly generation: number;
}

/** What a document bears so that it can be found in CO3 again: `prod/shopify:acme.myshopify.com/1001/invoice/1`. */
export const toMarker = (
  stage: string,
  order: Pick<OrderSnapshot, 'platform' | 'tenant' | 'orderId'>,
  purpose: string,
  generation: number,
): string => `${toMarkerStart(stage, order)}${order.orderId}/${purpose}/${generation}`;

/** What every marker of a shop begins with. */
export const toMarkerStart = (
  stage: string,
  { platform, tenant }: Pick<OrderSnapshot, 'platform' | 'tenant'>,
): string => `${stage}/${platform}:${tenant}/`;

/** The parts of a whole marker; undefined where the text is none. */
export const parseMarker = (text: string): Marker | undefined => {
  // Every group takes part in every match.
  const parts = MARKER.exec(text)?.groups as Readonly<Record<keyof Marker, string>> | undefined;
  return parts === undefined ? undefined : { ...parts, generation: Number(parts.generation) };
};

const MARKER =
  /^(?<stage>[^/\s]+)\/(?<platform>[^/:\s]+):(?<tenant>[^\s]+)\/(?<orderId>[^/\s]+)\/(?<purpose>[a-z]+(?::[1-9]\d{0,8})?)\/(?<generation>[1-9]\d{0,8})$/;

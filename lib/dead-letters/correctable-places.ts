import type { Bilingual } from '../co3/codes.ts';
import { type Correcting, rowIdsOf, type Spot, spotOf } from './correcting.ts';
import { BUYER_PATHS, ROW_NAMES, ruleOf } from './correction-rules.ts';
import { standingAt, valuesAt } from './draft-correction.ts';
import { isSameSpot } from './order-changes.ts';

/** A place of a letter's order that a person can correct. */
export interface CorrectablePlace {
  /** As `Change.path` wants it. */
  readonly path: string;
  readonly label: Bilingual;
  /** What stands there, for `Change.seen`: what the shop sends, or what it was corrected to. */
  readonly value: string;
  /** What that means in CO3's words, where it is a name of the shop's: the way of payment, the rate. Else the same; empty where it means nothing. */
  readonly means: string;
  readonly rule: Bilingual;
  /** The only values that are allowed; empty where there are too many to name. */
  readonly allowed: readonly string[];
  /** Whether the letter's error points at it. */
  readonly isPointedAt: boolean;
}

/** The places of the letter's order that can be corrected: those that its error points at, then the rest. Pure. */
export const correctablePlaces = (correcting: Correcting): readonly CorrectablePlace[] => {
  const rowIds = rowIdsOf(correcting, correcting.letter.error);
  const spots = allPaths(rowIds).flatMap((path) => {
    const spot = spotOf(correcting, path, rowIds);
    return spot === undefined ? [] : [spot];
  });
  // A corrective invoice has several rows for one of the order.
  const places = spots
    .filter((spot, index) => spots.findIndex((other) => isSameSpot(other, spot)) === index)
    .flatMap((spot) => toPlace(correcting, spot, rowIds));
  return [...places.filter(({ isPointedAt }) => isPointedAt), ...places.filter(({ isPointedAt }) => !isPointedAt)];
};

const allPaths = (rowIds: readonly string[]): readonly string[] => [
  ...BUYER_PATHS,
  'settings.payments',
  'settings.fxRate',
  ...rowIds.flatMap((_, index) => ROW_NAMES.map((name) => `rows.${index}.${name}`)),
];

const toPlace = (correcting: Correcting, spot: Spot, rowIds: readonly string[]): readonly CorrectablePlace[] => {
  const rule = ruleOf(spot.path);
  if (rule === undefined) return [];
  const { path } = spot;
  const pointing = correcting.letter.error.fields.filter((field) => {
    const pointed = spotOf(correcting, field.path, rowIds);
    return `${path}.`.startsWith(`${field.path}.`) || (pointed !== undefined && isSameSpot(pointed, spot));
  });
  return [
    {
      path,
      label: rule.label,
      value: valuesAt(correcting, spot).old,
      means: standingAt(correcting, spot),
      rule: rule.rule,
      allowed: rule.allowed,
      isPointedAt: pointing.length > 0,
    },
  ];
};

import type * as z from 'zod';
// Not as `z.core`: that object holds all of zod, its forty languages too, and bundlers keep it whole.
import { toDotPath } from 'zod/v4/core';

/** What is wrong, and where. It never bears the value that stands there. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a schema has found in the tree, each fault once: where nothing stands, that it is missing. */
export const toFaults = (error: z.ZodError, tree: unknown): readonly Fault[] => {
  const faults = error.issues.map(({ path, message }): Fault => {
    const place = path.map((part) => (typeof part === 'number' ? part : String(part)));
    return { path: place, message: withAbsence(valueAt(tree, place), message) };
  });
  return faults.filter((fault, index) => faults.findIndex((other) => isSame(other, fault)) === index);
};

/** One fault after the other, each with its place. */
export const faultsText = (faults: readonly Fault[]): string =>
  faults
    .map(({ path, message }) => (path.length === 0 ? `✖ ${message}` : `✖ ${message}\n  → at ${placeText(path)}`))
    .join('\n');

/** `shops["acme-shop"].payments.cod` */
export const placeText = (path: Fault['path']): string => toDotPath(path);

const withAbsence = (value: unknown, message: string): string => {
  if (value === undefined) return `is missing; ${message}`;
  return value === null ? `is empty; ${message}` : message;
};

const valueAt = (tree: unknown, path: Fault['path']): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, part)?.value : undefined,
    tree,
  );

const isSame = (one: Fault, other: Fault): boolean =>
  one.message === other.message && placeText(one.path) === placeText(other.path);

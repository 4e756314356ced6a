import type { XmlElement } from './xml.ts';

interface Found {
  readonly element: XmlElement;
  /** 1 for a child of the root. */
  readonly depth: number;
}

/** Elements of that name under the root, nearest to it first, at most `maxDepth` deep. */
export const findWithin = (root: XmlElement, name: string, maxDepth: number): readonly Found[] => {
  const found: Found[] = [];
  let level = root.children;
  for (let depth = 1; depth <= maxDepth && level.length > 0; depth += 1) {
    found.push(...level.filter((element) => element.name === name).map((element) => ({ element, depth })));
    level = level.flatMap((element) => element.children);
  }
  return found;
};

/** Elements of that name anywhere under the root. */
export const findAll = (root: XmlElement, name: string): readonly XmlElement[] =>
  findWithin(root, name, Number.POSITIVE_INFINITY).map(({ element }) => element);

/** Elements of that name under the root that stand in no other of that name, in their order. */
export const findOutermost = (root: XmlElement, name: string): readonly XmlElement[] =>
  root.children.flatMap((child) => (child.name === name ? [child] : findOutermost(child, name)));

/** The child's text without surrounding white space, or undefined where there is no such child. */
export const childText = (element: XmlElement, name: string): string | undefined =>
  element.children.find((child) => child.name === name)?.text.trim();

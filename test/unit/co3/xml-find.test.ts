import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '../../../lib/co3/xml.ts';
import { childText, findAll, findOutermost, findWithin } from '../../../lib/co3/xml-find.ts';

const XML = '<r><a><x>deep</x><b><x>deeper</x></b></a><x> near </x></r>';

describe('findWithin', () => {
  it('finds the nearest to the root first, with their depth', () => {
    const found = findWithin(root(), 'x', 3).map(({ element, depth }) => [element.text, depth]);

    expect(found).toStrictEqual([
      [' near ', 1],
      ['deep', 2],
      ['deeper', 3],
    ]);
  });

  it('looks no deeper than it is told', () => {
    expect(findWithin(root(), 'x', 2)).toHaveLength(2);
  });
});

describe('findAll', () => {
  it('finds them at any depth', () => {
    expect(findAll(root(), 'x')).toHaveLength(3);
  });
});

describe('findOutermost', () => {
  it('finds them at any depth in their order, and none that stands in another', () => {
    const nested = rootOf('<r><a><x><x>inner</x></x></a><x>last</x></r>');

    const found = findOutermost(nested, 'x').map(({ text, children }) => [text, children.length]);

    expect(found).toStrictEqual([
      ['', 1],
      ['last', 0],
    ]);
  });
});

describe('childText', () => {
  it('gives the trimmed text of a child, and nothing of grandchildren', () => {
    expect(childText(root(), 'x')).toBe('near');
    expect(childText(root(), 'b')).toBeUndefined();
  });
});

const root = (): XmlElement => rootOf(XML);

const rootOf = (xml: string): XmlElement => {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};

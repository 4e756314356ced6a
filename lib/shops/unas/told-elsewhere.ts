import { childOf, textAt, type XmlNode } from '../xml.ts';

/** Why no program may make an invoice of this order, although UNAS tells it; undefined where one may. */
export const whyByHand = (order: XmlNode): string | undefined => {
  const info = childOf(order, 'Info');
  const relation = Object.keys(RELATIONS).find((name) => isFilled(childOf(info, name)));
  if (relation !== undefined) return `${RELATIONS[relation]} (Info.${relation}), and the other one may be invoiced`;
  if (textAt(order, 'Invoice', 'Status') === '2' || textAt(order, 'Invoice', 'Number') !== '')
    return 'UNAS says that it has an invoice of another tool';
  return undefined;
};

const isFilled = (node: XmlNode | undefined): boolean =>
  node !== undefined && (node.children.length > 0 || node.text !== '');

const RELATIONS: Readonly<Record<string, string>> = {
  MergedFrom: 'it was merged from others',
  SeparatedFrom: 'it was split off another order',
  SeparatedTo: 'a part of it was split off',
  CopiedFrom: 'it is the copy of another order',
  ReturnedFrom: 'it is the return of another order',
  ReturnedTo: 'something of it was returned',
};

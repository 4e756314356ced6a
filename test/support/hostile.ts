import type { ProductSnapshot } from '../../lib/event/product-snapshot.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { aProduct, aVariant } from './goods.ts';
import { aBuyer, anOrder, aRow, aShippingRow } from './orders.ts';

/** Texts that a page or a terminal could take for more than texts, and what is to be seen of each. */
export const HOSTILE = [
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['an image that fails', '"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'],
  ['an attribute', "' autofocus onfocus='alert(1)", "' autofocus onfocus='alert(1)"],
  ['ends of elements', '</code></pre></td></table><h1>', '</code></pre></td></table><h1>'],
  ['an entity', '&lt;b&gt;&#x202e;', '&lt;b&gt;&#x202e;'],
  ['the other direction', 'bill\u202egpj.exe\u2066', 'billgpj.exe'],
  ['NUL', 'nu\u0000l', 'nul'],
  ['escape sequences', '\u001b]0;title\u0007\u001b[2Jscreen\u009b31m', 'screen'],
  ['five thousand letters', 'ő'.repeat(5_000), 'ő'.repeat(78)],
] as const;

/** An order each of whose free texts is that one. */
export const orderOfNothingBut = (text: string, overrides: Partial<OrderSnapshot> = {}): OrderSnapshot => {
  const buyer = aBuyer({
    name: { first: text, last: text },
    company: text,
    email: text,
    phone: text,
    address: { street: text, city: text, zip: text },
    country: text,
  });
  return anOrder({
    number: [...text].slice(0, 200).join(''),
    rows: [aRow({ id: text, sku: text, name: text }), aShippingRow({ name: text })],
    gateways: [text],
    buyer,
    shipTo: buyer,
    notes: [
      { name: text, value: text },
      { name: 'note_attributes.adoszam', value: text },
    ],
    ...overrides,
  });
};

/** The same of a product. */
export const productOfNothingBut = (text: string, overrides: Partial<ProductSnapshot> = {}): ProductSnapshot =>
  aProduct({
    manufacturer: text,
    group: text,
    description: text,
    variants: [aVariant({ sku: [...text].slice(0, 300).join(''), name: text, ean: text, taxClass: text })],
    ...overrides,
  });

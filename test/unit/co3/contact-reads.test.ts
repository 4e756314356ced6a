import { expect, it } from 'vitest';
import { readContacts } from '../../../lib/co3/contact-reads.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { XmlElement } from '../../../lib/co3/xml.ts';

it('reads ids and names of all contacts, and leaves empty what is none', () => {
  const root = element('response', [
    element('contacts', [
      element('contact', [leaf('contact_id', ' 7 '), leaf('contact_name', '\n Minta Anna ')]),
      element('contact', [leaf('contact_id', 'x7'), leaf('contact_name', 'Kiss Béla')]),
      element('contact', [leaf('contact_id', '9')]),
    ]),
  ]);

  const contacts = readContacts(root, PLAIN_CONTRACT);

  expect(contacts).toStrictEqual([
    { id: '7', name: 'Minta Anna' },
    { id: '', name: 'Kiss Béla' },
    { id: '9', name: '' },
  ]);
});

const element = (name: string, children: readonly XmlElement[]): XmlElement => ({ name, text: '', children });
const leaf = (name: string, text: string): XmlElement => ({ name, text, children: [] });

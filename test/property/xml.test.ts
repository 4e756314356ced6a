import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toXml } from '../../lib/co3/command.ts';
import { toContactCommand } from '../../lib/co3/contact-command.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { toDocumentCommand } from '../../lib/co3/document-command.ts';
import { parseXml, type XmlElement } from '../../lib/co3/xml.ts';
import { findAll } from '../../lib/co3/xml-find.ts';
import { toXmlText } from '../../lib/co3/xml-text.ts';
import type { Day } from '../../lib/event/time.ts';
import { contactDraft, documentRow, invoiceDraft } from '../support/drafts.ts';

const KEYS = { apiKey: 'key', sessionKey: 'session' };
const DAY = '2026-11-22' as Day;
const SENDING = {
  contactId: '7',
  marker: 'marker',
  corrects: null,
  dates: { issue: DAY, payment: DAY, fulfilment: DAY },
};

// Everything that trips an XML writer or reader, lone surrogates and control characters among it.
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(']]>', '<![CDATA[', '&amp;', '&#337;', '&#0;', '<!DOCTYPE x>', '<!--', '-->', '<?x?>', '</name>'),
      fc.constantFrom(
        ']',
        '&',
        '<',
        '"',
        "'",
        ' ',
        '\r\n',
        '\r',
        '\t',
        '\u0000',
        '\uFFFE',
        '\uD83D',
        '\uDE00',
        '😀',
        'ő',
        '中',
        '0612',
        '0E68',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a text in a draft', () => {
  it('stands in well-formed XML and reads back the same', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (name, comment, city, note) => {
        const rows = [documentRow({ name, note }), documentRow({ name: note, note: name })];
        const invoice = rootOf(
          toXml(toDocumentCommand(invoiceDraft({ comment, rows }), SENDING), KEYS, PLAIN_CONTRACT),
        );
        const contact = rootOf(toXml(toContactCommand(contactDraft({ city }), '7'), KEYS, PLAIN_CONTRACT));

        expect(textsOf(invoice, 'name')).toStrictEqual([name, note].map(toXmlText));
        expect(textsOf(invoice, 'note')).toStrictEqual([note, name].filter((text) => text !== '').map(toXmlText));
        expect(textsOf(invoice, 'comment')).toStrictEqual([
          toXmlText(comment === '' ? 'marker' : `marker\n${comment}`),
        ]);
        expect(textsOf(contact, 'contact_city')).toStrictEqual([toXmlText(city)]);
        expect(textsOf(invoice, 'net_price')).toStrictEqual(['1000.00', '1000.00']);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of 10,000 characters reads back whole', () => {
    const comment = '中]]>😀&'.repeat(1_500).slice(0, 10_000);

    const invoice = rootOf(toXml(toDocumentCommand(invoiceDraft({ comment }), SENDING), KEYS, PLAIN_CONTRACT));

    expect(textsOf(invoice, 'comment')).toStrictEqual([`marker\n${toXmlText(comment)}`]);
  });
});

describe('a text that CO3 echoes', () => {
  it.each([
    ['in CDATA', (text: string) => toCdata(text)],
    ['in CDATA amid layout', (text: string) => `\n    ${toCdata(text)}\r\n\t`],
    ['escaped', (text: string) => escapeXml(text)],
    ['as decimal references', (text: string) => Array.from(text, (char) => `&#${char.codePointAt(0)};`).join('')],
    [
      'as hexadecimal references',
      (text: string) => Array.from(text, (char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(''),
    ],
    ['half escaped, half in CDATA', (text: string) => halves(text)],
  ])('reads as the text that was sent: %s', (_how, echo) => {
    fc.assert(
      fc.property(anyText.map(toXmlText), (text) => {
        const root = rootOf(
          `<?xml version="1.0" encoding="utf-8"?>\n<response>\n  <comment>${echo(text)}</comment>\n</response>`,
        );

        expect(textsOf(root, 'comment')).toStrictEqual([text]);
      }),
      { numRuns: 500 },
    );
  });
});

const toCdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

// White space beside a CDATA section would be layout, so the escaped half begins with a letter here.
const halves = (text: string): string => {
  const chars = Array.from(text);
  const middle = Math.floor(chars.length / 2);
  const escaped = escapeXml(chars.slice(0, middle).join(''));
  return /^[ \t\n]*$/.test(escaped) ? toCdata(text) : `${escaped}${toCdata(chars.slice(middle).join(''))}`;
};

const rootOf = (xml: string): XmlElement => {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(`${parsed.problem}: ${JSON.stringify(xml)}`);
  return parsed.value;
};

const textsOf = (root: XmlElement, name: string): readonly string[] => findAll(root, name).map(({ text }) => text);

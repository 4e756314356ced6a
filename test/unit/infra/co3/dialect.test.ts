import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refuse } from '../../../../infra/local/co3/codes.ts';
import { keepComment, pickDialect } from '../../../../infra/local/co3/dialect.ts';
import { makeRandom } from '../../../../infra/local/co3/random.ts';
import { writeAcknowledgement, writeAnswer, writeError } from '../../../../infra/local/co3/write-answer.ts';
import { childText, parseXml } from '../../../../infra/local/co3/xml.ts';
import { readAnswer } from '../../../../lib/co3/answer.ts';
import { PLAIN_CONTRACT } from '../../../../lib/co3/contract.ts';

const dialects = fc.integer().map((seed) => pickDialect(makeRandom(seed)));

it('is the same for the same seed', () => {
  expect(pickDialect(makeRandom(7))).toStrictEqual(pickDialect(makeRandom(7)));
});

it('takes every form in turn', () => {
  const seen = Array.from({ length: 200 }, (_, seed) => pickDialect(makeRandom(seed)));
  const forms = (key: keyof (typeof seen)[number]) => new Set(seen.map((dialect) => dialect[key])).size;

  expect([forms('acknowledges'), forms('depth'), forms('text'), forms('comment'), forms('errorStatus')]).toStrictEqual([
    3, 3, 2, 4, 3,
  ]);
});

it('carries any text through, whatever the dialect', () => {
  fc.assert(
    fc.property(
      dialects,
      fc.string({ unit: fc.constantFrom('a', 'ő', '😀', '&', '<', ']]>', '"', ' ', 'x') }),
      (dialect, text) => {
        const root = parseXml(writeAnswer([['name', text]], dialect));

        expect(root && childText(root, 'name')).toBe(text.trim());
      },
    ),
  );
});

it('acknowledges in a way that the client reads, with the id where there is one', () => {
  fc.assert(
    fc.property(dialects, (dialect) => {
      const body = writeAcknowledgement('setInvoice', { idTag: 'invoice_id', id: 42 }, dialect);

      const read = readAnswer(200, body, { method: 'setInvoice', parameters: [] }, PLAIN_CONTRACT);

      expect(read).toStrictEqual({ kind: 'acknowledged', id: dialect.acknowledges === 'result' ? null : '42' });
    }),
  );
});

it('writes an error in the documented form', () => {
  expect(writeError(refuse(13, 'contact_id'))).toBe(
    `<?xml version="1.0" encoding="utf-8"?>
<response>
    <error>
        <code>13</code>
        <description><![CDATA[Integer format error in field contact_id]]></description>
    </error>
</response>`,
  );
});

it.each([
  ['whole', 300],
  ['cut-200', 200],
  ['first-half', 150],
  ['dropped', 0],
] as const)('keeps of a comment what «%s» says', (kept, length) => {
  expect(keepComment('x'.repeat(300), kept)).toHaveLength(length);
});

import { expect, it } from 'vitest';
import { command } from '../../../lib/co3/command.ts';
import { compareSent } from '../../../lib/co3/compare-sent.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { toContract } from '../../../lib/co3/contract-overrides.ts';
import { parseXml } from '../../../lib/co3/xml.ts';

it.each([
  ['the same', '2540', '2540', 'holds'],
  ['the same number, written otherwise', '2540.00', '2540', 'holds'],
  ['other line ends', 'one\ntwo', 'one\r\ntwo', 'holds'],
  ['another number', '2540', '2541', 'other'],
  ['nothing', 'one', '', 'absent'],
  ['the first line alone', 'mark\nmore of it', 'mark', 'cut'],
  ['the first line and something else', 'mark', 'mark\nof theirs', 'cut'],
  ['a part of the first line', 'marker\nmore of it', 'mark', 'other'],
  ['a part of a single line', 'marker', 'mark', 'other'],
])('judges a value of which CO3 shows %s', (_, sent, shown, verdict) => {
  const call = command('setInvoice', [{ tag: 'comment', form: 'text', value: sent }]);

  const [judged] = compareSent(
    call,
    rootOf(`<invoice><comment>${shown}</comment></invoice>`),
    'getInvoice',
    PLAIN_CONTRACT,
  );

  expect(judged).toStrictEqual({
    method: 'setInvoice',
    tag: 'comment',
    name: 'comment',
    footing: 'A',
    verdict,
    shown: verdict === 'other' ? shown : '',
  });
});

it('reads each name where the account’s contract has it for reading, and its words', () => {
  const contract = toContract({
    setInvoice: { tags: { customer_vat_type: 'buyer_kind' } },
    getInvoice: { tags: { customer_vat_type: 'kind_of_buyer' } },
    values: { customer_vat_type: { PRIVATE_PERSON: 'PERSON' } },
  });
  const call = command('setInvoice', [{ tag: 'customer_vat_type', form: 'text', value: 'PRIVATE_PERSON' }]);
  const root = rootOf('<invoice><kind_of_buyer>PERSON</kind_of_buyer></invoice>');

  const judged = compareSent(call, root, 'getInvoice', contract.ok ? contract.value : PLAIN_CONTRACT);

  expect(judged).toMatchObject([{ tag: 'customer_vat_type', name: 'buyer_kind', footing: 'E', verdict: 'holds' }]);
});

it('judges names of rows by the first row', () => {
  const call = command('setInvoice', [
    {
      tag: 'items',
      item: 'item',
      items: [[{ tag: 'name', form: 'text', value: 'Bögre' }], [{ tag: 'name', form: 'text', value: 'Tál' }]],
    },
  ]);

  const judged = compareSent(
    call,
    rootOf('<invoice><name>no row</name><items><item><name>Bögre</name></item></items></invoice>'),
    'getInvoice',
    PLAIN_CONTRACT,
  );

  expect(judged).toMatchObject([{ tag: 'name', verdict: 'holds' }]);
});

it('calls a name absent where there are no rows', () => {
  const call = command('setInvoice', [
    { tag: 'items', item: 'item', items: [[{ tag: 'name', form: 'text', value: 'Bögre' }]] },
  ]);

  expect(compareSent(call, rootOf('<invoice><items/></invoice>'), 'getInvoice', PLAIN_CONTRACT)).toMatchObject([
    { tag: 'name', verdict: 'absent' },
  ]);
});

it('does not judge by the id that says which contact is meant', () => {
  const call = command('setContact', [
    { tag: 'contact_id', form: 'bare', value: '0' },
    { tag: 'contact_lastname', form: 'text', value: 'Próba' },
  ]);
  const root = rootOf('<contact><contact_id>7</contact_id><contact_lastname> Próba </contact_lastname></contact>');

  expect(compareSent(call, root, 'getContact', PLAIN_CONTRACT)).toMatchObject([
    { tag: 'contact_lastname', verdict: 'holds' },
  ]);
});

function rootOf(inner: string) {
  const parsed = parseXml(`<response>${inner}</response>`);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

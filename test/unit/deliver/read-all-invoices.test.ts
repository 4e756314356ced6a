import { describe, expect, it } from 'vitest';
import type { Co3Command } from '../../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { decodeError } from '../../../lib/co3/decode.ts';
import { parseXml } from '../../../lib/co3/xml.ts';
import type { BorrowedRead } from '../../../lib/deliver/borrow-lane.ts';
import { type OnRead, readAllInvoices, readInvoicesById } from '../../../lib/deliver/read-all-invoices.ts';
import type { Day } from '../../../lib/event/time.ts';

const WINDOW = { from: '2026-11-20' as Day, to: '2027-01-05' as Day };

describe('readAllInvoices', () => {
  it('lists month by month, then reads each invoice that was issued', async () => {
    const { lane, asked } = readerOf({
      'getInvoices 2026-11-20 2026-11-30': listOf('1'),
      'getInvoices 2026-12-01 2026-12-31': listOf('2', '3 received', '4 outgoing'),
      'getInvoices 2027-01-01 2027-01-05': listOf(),
      ...shows('1', '2', '4'),
    });

    const read = await readAllInvoices(lane, PLAIN_CONTRACT, WINDOW, () => undefined);

    expect(read.ok && idsOf(read.value.invoices)).toStrictEqual(['1', '2', '4']);
    expect(asked.slice(3)).toStrictEqual(['getInvoice 1', 'getInvoice 2', 'getInvoice 4']);
  });

  it('asks once for a window within a month, to its last day', async () => {
    const { lane, asked } = readerOf({ 'getInvoices 2028-02-01 2028-02-29': listOf() });

    await readAllInvoices(
      lane,
      PLAIN_CONTRACT,
      { from: '2028-02-01' as Day, to: '2028-02-29' as Day },
      () => undefined,
    );

    expect(asked).toStrictEqual(['getInvoices 2028-02-01 2028-02-29']);
  });

  it('tells how far it has come', async () => {
    const heard: (readonly [string, number, number])[] = [];
    const onRead: OnRead = (what, done, total) => heard.push([what, done, total]);
    const days = { from: '2026-11-30' as Day, to: '2026-12-01' as Day };
    const { lane } = readerOf({
      'getInvoices 2026-11-30 2026-11-30': listOf('1'),
      'getInvoices 2026-12-01 2026-12-01': listOf('2'),
      ...shows('1', '2'),
    });

    await readAllInvoices(lane, PLAIN_CONTRACT, days, onRead);

    expect(heard).toStrictEqual([
      ['months', 0, 2],
      ['months', 1, 2],
      ['documents', 0, 2],
      ['documents', 1, 2],
      ['documents', 2, 2],
    ]);
  });

  it('names what CO3 lists and does not show, and counts what bears no id', async () => {
    const { lane } = readerOf({
      'getInvoices 2026-12-01 2026-12-02': listOf('1', '2', '0'),
      ...shows('1'),
      'getInvoice 2': refusedBy(202),
    });

    const read = await readAllInvoices(lane, PLAIN_CONTRACT, december, () => undefined);

    expect(read).toMatchObject({
      ok: true,
      value: { invoices: [{ id: '1' }], unread: [{ id: '2', number: 'V-2', issueDay: '2026-12-01' }], unreadable: 1 },
    });
  });

  it.each([
    ['the list gets no answer', { 'getInvoices 2026-12-01 2026-12-02': failed }, 'CO3 gave no answer.'],
    [
      'the list is refused',
      { 'getInvoices 2026-12-01 2026-12-02': refusedBy(18) },
      'CO3 does not list its invoices: PermissionDenied (as CO3 says).',
    ],
    [
      'an invoice gets no answer',
      { 'getInvoices 2026-12-01 2026-12-02': listOf('1'), 'getInvoice 1': failed },
      'CO3 gave no answer.',
    ],
  ])('says why nothing can be said where %s', async (_, answers, problem) => {
    const { lane } = readerOf(answers);

    const read = await readAllInvoices(lane, PLAIN_CONTRACT, december, () => undefined);

    expect(read).toStrictEqual({ ok: false, problem });
  });
});

describe('readInvoicesById', () => {
  it('leaves out what CO3 does not know, and names what it does not show for another reason', async () => {
    const { lane } = readerOf({ ...shows('1'), 'getInvoice 2': refusedBy(301), 'getInvoice 3': refusedBy(202) });

    const read = await readInvoicesById(lane, PLAIN_CONTRACT, ['1', '2', '3'], () => undefined);

    expect(read).toMatchObject({ ok: true, value: { invoices: [{ id: '1' }], unread: [{ id: '3', number: '' }] } });
  });

  it('does not take another invoice for the one that was asked for', async () => {
    const { lane } = readerOf({ 'getInvoice 1': shows('2')['getInvoice 2'] ?? failed });

    const read = await readInvoicesById(lane, PLAIN_CONTRACT, ['1'], () => undefined);

    expect(read).toMatchObject({ ok: true, value: { invoices: [], unread: [{ id: '1' }] } });
  });
});

const december = { from: '2026-12-01' as Day, to: '2026-12-02' as Day };

const readerOf = (answers: Readonly<Record<string, BorrowedRead>>) => {
  const asked: string[] = [];
  const read = async ({ method, parameters }: Co3Command): Promise<BorrowedRead> => {
    const call = [method, ...parameters.map((parameter) => ('value' in parameter ? parameter.value : ''))].join(' ');
    asked.push(call);
    const answer = answers[call];
    if (answer === undefined) throw new Error(`nobody expects ${call}`);
    return answer;
  };
  return { asked, lane: { read } };
};

function listOf(...entries: readonly string[]): BorrowedRead {
  const invoices = entries.map((entry) => {
    const [id, direction = ''] = entry.split(' ');
    return `<invoice><invoice_id>${id}</invoice_id><invoice_number>V-${id}</invoice_number><crdr>${direction}</crdr><issue_date>2026-12-01</issue_date></invoice>`;
  });
  return dataOf(`<invoices>${invoices.join('')}</invoices>`);
}

function shows(...ids: readonly string[]): Readonly<Record<string, BorrowedRead>> {
  return Object.fromEntries(
    ids.map((id) => [`getInvoice ${id}`, dataOf(`<invoice><invoice_id>${id}</invoice_id></invoice>`)]),
  );
}

function dataOf(xml: string): BorrowedRead {
  const root = parseXml(`<response>${xml}</response>`);
  if (!root.ok) throw new Error('the test’s XML is faulty');
  return { kind: 'data', root: root.value };
}

function refusedBy(code: number): BorrowedRead {
  return { kind: 'refused', error: decodeError(code, 'as CO3 says', { method: 'getInvoice', tags: [] }) };
}

const failed: BorrowedRead = { kind: 'failed', why: 'CO3 gave no answer.' };

const idsOf = (invoices: readonly { readonly id: string }[]): readonly string[] => invoices.map(({ id }) => id);

import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { borrowLane } from '../../../lib/deliver/borrow-lane.ts';
import { type Collected, collectInvoices } from '../../../lib/deliver/collect-invoices.ts';
import type { Result } from '../../../lib/event/result.ts';
import type { Day } from '../../../lib/event/time.ts';
import { anAccount } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { answered, refused, type Scripted } from '../../support/scripted-co3.ts';
import { makeWorld } from '../../support/world.ts';

describe('collecting invoices', () => {
  it('lists the window a month at a time and reads each outgoing one once', async () => {
    const { collect, asked } = benchOf({
      lists: [header('3', 'outgoing') + header('1', 'received'), header('10', 'outgoing') + header('3', 'outgoing')],
    });

    const collected = await collect('2026-11-20', '2026-12-31');

    expect(asked('getInvoices', 'date_(?:from|to)')).toStrictEqual(['2026-11-20 2026-12-20', '2026-12-21 2026-12-31']);
    expect(asked('getInvoice', 'invoice_id')).toStrictEqual(['3', '10']);
    expect(idsOf(collected)).toStrictEqual({ ids: ['3', '10'], unread: [] });
  });

  it('asks for nothing but the day of a window of one', async () => {
    const { collect, asked } = benchOf({ lists: [''] });

    const collected = await collect('2026-12-31', '2026-12-31');

    expect(asked('getInvoices', 'date_(?:from|to)')).toStrictEqual(['2026-12-31 2026-12-31']);
    expect(idsOf(collected)).toStrictEqual({ ids: [], unread: [] });
  });

  it('names what CO3 lists and does not show', async () => {
    const { collect } = benchOf({
      lists: [header('', 'outgoing') + header('4', 'outgoing') + header('5', 'outgoing')],
      one: (id) => (id === '4' ? refused(301) : undefined),
    });

    const collected = await collect('2026-12-01', '2026-12-02');

    expect(idsOf(collected)).toStrictEqual({
      ids: ['5'],
      unread: ['1 without an id, 2026-12-01 to 2026-12-02', '4'],
    });
  });

  it.each([
    ['the list is refused', { list: refused(18, 'Standard permission error') }, '18 PermissionDenied'],
    ['the list stops the account', { list: refused(7) }, '7 AuthenticationFailed'],
    ['an invoice stops the account', { lists: [header('4', 'outgoing')], one: () => refused(24) }, '24 TrialPeriod'],
  ])('collects nothing where %s', async (_, far, why) => {
    const { collect } = benchOf(far);

    const collected = await collect('2026-12-01', '2026-12-02');

    expect(collected).toStrictEqual({ ok: false, problem: expect.stringContaining(why) });
  });

  it('tells how far it is', async () => {
    const { collect, progress } = benchOf({ lists: [header('4', 'outgoing') + header('5', 'outgoing')] });

    await collect('2026-12-01', '2026-12-02');

    expect(progress).toStrictEqual(['0/2', '1/2', '2/2']);
  });
});

interface Far {
  readonly lists?: readonly string[];
  readonly list?: Scripted;
  readonly one?: (id: string) => Scripted | undefined;
}

const header = (id: string, direction: string): string =>
  `<invoice><invoice_id>${id}</invoice_id><crdr>${direction}</crdr></invoice>`;

const valuesOf = (body: string, tag: string): string =>
  [...body.matchAll(new RegExp(`<${tag}>([^<]*)<`, 'g'))].map(([, value]) => value).join(' ');

const idsOf = (collected: Result<Collected, string>) =>
  collected.ok && { ids: collected.value.invoices.map(({ id }) => id), unread: collected.value.unread };

const benchOf = ({ lists = [], list, one }: Far) => {
  const left = [...lists];
  const co3 = programmedCo3((method, body) => {
    if (method === 'getInvoices') return list ?? answered(`<invoices>${left.shift() ?? ''}</invoices>`);
    if (method !== 'getInvoice') return undefined;
    const id = valuesOf(body, 'invoice_id');
    return one?.(id) ?? answered(header(id, 'outgoing'));
  });
  const world = makeWorld({ transport: co3.transport });
  const progress: string[] = [];
  const collect = (from: string, to: string) =>
    borrowLane({ ...world.deps, say: () => undefined }, anAccount(), (lane) =>
      collectInvoices(lane, PLAIN_CONTRACT, { from: from as Day, to: to as Day }, (done, of) => {
        progress.push(`${done}/${of}`);
      }),
    );
  const asked = (method: string, tag: string): readonly string[] =>
    co3.calls.filter((call) => call.method === method).map(({ body }) => valuesOf(body, tag));
  return { collect, asked, progress };
};

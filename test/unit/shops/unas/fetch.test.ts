import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import type { ApiAnswer, ApiSession } from '../../../../lib/shops/shop-fetch.ts';
import { unasFetch } from '../../../../lib/shops/unas/fetch.ts';
import { unas } from '../../../../lib/shops/unas/unas.ts';
import { answer, scriptedCaller } from '../../../support/api-caller.ts';
import { noAnswer } from '../../../support/shop-api.ts';
import { shopAnswer, shopOf } from '../../../support/shop-webhooks.ts';
import { webhookFixture } from '../../../support/webhooks.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const shop = shopOf('unas', '4711');
const ORDER = shopAnswer('unas/getOrder.paid.xml').toString();
const LOGIN = answer('<Login><Token>tok-1</Token><Status>ok</Status></Login>');
const REFUSED = answer('<Error>Login Error: PREMIUM package needed</Error>');
const SESSION: ApiSession = { token: 'tok-0', until: NOW + 60_000 };

const known = ((): OrderSnapshot => {
  const reading = unas.read(webhookFixture('unas/order_send.discount-two-rates.json'), shop, 'order_send', NOW);
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order') throw new Error('the fixture is no order');
  return reading.snapshot;
})();

const fetchWith = async (answers: readonly ApiAnswer[], session: ApiSession | null = SESSION) => {
  const script = scriptedCaller(answers, session, NOW);
  const fetched = await unasFetch.complete(known, shop, { apiKey: 'key-<1>' }, script.caller);
  return { fetched, ...script };
};

const orderOf = async (xml: string): Promise<OrderSnapshot> => {
  const { fetched } = await fetchWith([answer(xml)]);
  if (fetched.kind !== 'read') throw new Error(fetched.detail);
  return fetched.snapshot;
};

describe('an order', () => {
  it('is read whole, and adds up', async () => {
    const order = await orderOf(ORDER);

    const { rows, ...head } = order;
    const address = { street: 'Próba utca 1.', city: 'Budapest', zip: '1011' };
    const contact = { email: 'anna.minta@example.com', phone: '+36301112233', address, country: 'HU' };
    expect(head).toStrictEqual({
      kind: 'order',
      coverage: 'whole',
      platform: 'unas',
      tenant: '4711',
      orderId: '4711-100200',
      number: '4711-100200',
      createdAt: '2026-12-02T09:00:00.000Z',
      changedAt: '2026-12-02T09:30:00.000Z',
      test: false,
      currency: 'HUF',
      shopCurrency: 'HUF',
      shopRate: null,
      taxesIncluded: true,
      taxExempt: false,
      paid: true,
      fulfilledAt: '2026-12-02T09:20:00.000Z',
      cancelledAt: null,
      totalMinor: 1_347_000,
      currentTotalMinor: 1_347_000,
      refunds: [],
      gateways: ['bankcard'],
      buyer: { name: { first: 'Anna', last: 'Minta' }, company: 'Minta & Társa Kft.', ...contact },
      shipTo: { name: { first: 'Anna', last: 'Minta' }, company: '', ...contact },
      notes: [
        { name: 'invoice.taxNumber', value: '12345676-1-42' },
        { name: 'orderParameters.Kérdés', value: 'Válasz' },
        { name: 'comment', value: 'csengő 3' },
      ],
    });
    expect(
      rows.map(({ id, kind, sku, name, quantity, netMinor, taxMinor, grossMinor, rates }) =>
        [id, kind, sku, name, quantity, netMinor, taxMinor, grossMinor, ...rates].join(' | '),
      ),
    ).toStrictEqual([
      '9001 | item | BOGRE-1 | Bögre (Szín: kék) | 1 | 314173 | 84827 | 399000 | 27',
      '9001-2 | item | BOGRE-1 | Bögre | 2 | 628346 | 169654 | 798000 | 27',
      'discount-percent | fee |  | Kedvezmény (10%) | 1 | -78740 | -21260 | -100000 | 27',
      'shipping-cost | shipping |  | Szállítás | 1 | 157480 | 42520 | 200000 | 27',
      '9003 | item | AJANDEK | Utalvány | 1 | 50000 | 0 | 50000',
    ]);
    expect(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(order.totalMinor);
  });

  it.each([
    ['paid', true],
    ['overpaid', true],
    ['partly paid', false],
    ['unpaid', false],
  ])('whose Payment.Status is «%s» is paid: %s', async (status, paid) => {
    expect((await orderOf(ORDER.replace('>paid<', `>${status}<`))).paid).toBe(paid);
  });

  it('that may not be invoiced yet counts as not fulfilled', async () => {
    expect((await orderOf(ORDER.replace('<Status>1</Status>', '<Status>0</Status>'))).fulfilledAt).toBeNull();
  });

  it('that its buyer has not confirmed counts as withdrawn', async () => {
    const order = await orderOf(ORDER.replace('>yes<', '>no<'));

    expect(order.cancelledAt).toBe('2026-12-02T09:30:00.000Z');
  });

  it.each([
    ['MergedFrom', 'it was merged from others'],
    ['SeparatedFrom', 'it was split off another order'],
    ['SeparatedTo', 'a part of it was split off'],
    ['CopiedFrom', 'it is the copy of another order'],
    ['ReturnedFrom', 'it is the return of another order'],
    ['ReturnedTo', 'something of it was returned'],
  ])('with Info.%s is left to a person', async (name, words) => {
    const { fetched } = await fetchWith([
      answer(ORDER.replace('<Info/>', `<Info><${name}><Key>1</Key></${name}></Info>`)),
    ]);

    const detail = `${words} (Info.${name}), and the other one may be invoiced`;
    expect(fetched).toStrictEqual({ kind: 'unreadable', detail });
  });

  it('with a relation that is told as a bare number is left to a person too', async () => {
    const { fetched } = await fetchWith([
      answer(ORDER.replace('<Info/>', '<Info><CopiedFrom>4711-1</CopiedFrom></Info>')),
    ]);

    expect(fetched.kind).toBe('unreadable');
  });

  it.each([
    ['<Status>1</Status>', '<Status>2</Status>'],
    ['<Number/>', '<Number>UO-1</Number>'],
  ])('that has an invoice elsewhere is left to a person', async (from, to) => {
    const { fetched } = await fetchWith([answer(ORDER.replace(from, to))]);

    expect(fetched).toStrictEqual({ kind: 'unreadable', detail: 'UNAS says that it has an invoice of another tool' });
  });

  it.each([
    ['gone', '<Orders></Orders>', 'UNAS does not know the order'],
    ['another', ORDER.replace('<Key>4711-100200', '<Key>4711-1'), 'UNAS does not know the order'],
    ['without a currency', ORDER.replace('>HUF<', '>Ft<'), 'Currency is no currency'],
    ['without a date', ORDER.replace('2026.12.02 10:00:00', 'ma'), 'Date is no moment'],
    ['without a sum', ORDER.replace('>13470<', '>sok<'), 'SumPriceGross is no amount'],
    ['of no amount', ORDER.replace('>-1000<', '>ezer<'), 'Items.3.PriceGross is no amount in HUF'],
    ['of no VAT', ORDER.replace('<Vat>TAM<', '<Vat><'), 'Items.6.Vat is no percent and no code'],
  ])('that is %s cannot be read', async (_, xml, detail) => {
    expect((await fetchWith([answer(xml)])).fetched).toStrictEqual({ kind: 'unreadable', detail });
  });
});

describe('who is billed', () => {
  const typed = (type: string, xml = ORDER): string => xml.replace('<CustomerType>company<', `<CustomerType>${type}<`);
  const bare = ORDER.replace('<TaxNumber>12345676-1-42<', '<TaxNumber><');

  it.each([
    ['company', 'a company', ORDER, 'Minta & Társa Kft.'],
    ['other_customer_without_tax_number', 'no private person: a foundation, a condominium', bare, 'Minta & Társa Kft.'],
    ['private', 'a private person, whatever number is left over there', ORDER, ''],
    ['', 'a company by its tax number, where UNAS does not say', ORDER, 'Minta & Társa Kft.'],
    ['', 'a private person without one', bare, ''],
  ])('is of the type «%s» %s', async (type, _, xml, company) => {
    expect((await orderOf(typed(type, xml))).buyer?.company).toBe(company);
  });
});

describe('rows', () => {
  it('each have an id of their own, also where UNAS gives none or one that means something here', async () => {
    const order = await orderOf(
      ORDER.replaceAll('<Id>9001</Id>', '<Id></Id>').replace('<Id>9003</Id>', '<Id>constructor</Id>'),
    );

    expect(order.rows.map(({ id, kind }) => `${id} ${kind}`)).toStrictEqual([
      'item-1 item',
      'item-2 item',
      'discount-percent fee',
      'shipping-cost shipping',
      'constructor item',
    ]);
  });
});

describe('signing in', () => {
  it('is done once and kept for a little less than two hours', async () => {
    const { fetched, requests, kept } = await fetchWith([LOGIN, answer(ORDER)], null);

    expect([fetched.kind, kept()]).toStrictEqual(['read', { token: 'tok-1', until: NOW + 115 * 60_000 }]);
    expect(requests.map(({ url, headers, body }) => [url, headers['authorization'], body])).toStrictEqual([
      [
        'https://api.unas.eu/shop/login',
        undefined,
        '<?xml version="1.0" encoding="UTF-8"?><Params><ApiKey>key-&lt;1&gt;</ApiKey></Params>',
      ],
      [
        'https://api.unas.eu/shop/getOrder',
        'Bearer tok-1',
        '<?xml version="1.0" encoding="UTF-8"?><Params><Key>4711-100200</Key></Params>',
      ],
    ]);
  });

  it('is done again where the token is not taken any more', async () => {
    const { fetched, kept } = await fetchWith([answer('<Error>Authentication Error</Error>'), LOGIN, answer(ORDER)]);

    expect([fetched.kind, kept()?.token]).toStrictEqual(['read', 'tok-1']);
  });

  it.each([
    ['an error', REFUSED],
    ['a status of 401', answer('no', 401)],
    ['no token', answer('<Login><Status>error</Status></Login>')],
  ])('is refused by %s, and not tried for twenty minutes', async (_, refused) => {
    const { fetched, kept } = await fetchWith([refused], null);

    const until = NOW + 20 * 60_000;
    expect([fetched, kept()]).toStrictEqual([
      { kind: 'refused', detail: 'UNAS does not take the API key', until },
      null,
    ]);
  });

  it('forgets a token that is not taken, also where no other is to be had', async () => {
    const { fetched, kept } = await fetchWith([answer('<Error>Authentication Error</Error>'), REFUSED]);

    expect([fetched.kind, kept()]).toStrictEqual(['refused', null]);
  });

  it('leaves an order unread that is an error even then', async () => {
    const { fetched } = await fetchWith([LOGIN, answer('<Error>Order error</Error>')], null);

    expect(fetched).toStrictEqual({ kind: 'unreadable', detail: 'UNAS answers getOrder with an error' });
  });
});

describe('a pause', () => {
  it.each([
    ['for as long as the ban says', 'banned till 12.02.2026 18:14:01!', Date.parse('2026-12-02T17:14:01Z')],
    ['where the ban does not say how long', 'banned', null],
  ])('is asked for %s', async (_, words, until) => {
    const { fetched } = await fetchWith([answer(`<Error>Too much getOrder query, IP is ${words}</Error>`)]);

    expect(fetched).toStrictEqual({ kind: 'later', detail: 'UNAS has banned our address for too many calls', until });
  });

  it.each([
    ['no answer', noAnswer, 'UNAS gave no answer', null],
    ['a gateway page', answer('<html><br></html>', 502), 'UNAS answered with no XML (status 502)', null],
    ['a cut answer', answer(ORDER.slice(0, 900)), 'UNAS answered with no XML (status 200)', null],
    ['a limit', answer('', 429, '30'), 'UNAS answered with no XML (status 429)', NOW + 30_000],
  ])('follows %s', async (_, given, detail, until) => {
    const { fetched, kept } = await fetchWith([given]);

    expect([fetched, kept()]).toStrictEqual([{ kind: 'later', detail, until }, SESSION]);
  });
});

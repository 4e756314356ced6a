import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownInvoice, ShownRow } from '../../../../lib/co3/invoice-reads.ts';
import { toRecoveredDocument } from '../../../../lib/deliver/rebuild/recovered-document.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { grossByVat } from '../../../../lib/translate/difference.ts';
import { translateOrder } from '../../../../lib/translate/translate-order.ts';
import { aShownInvoice } from '../../../support/audits.ts';
import { anAccount, arbitraryOrder, aShopForEverything } from '../../../support/orders.ts';

const MARKER = 'test/shopify:acme.myshopify.com/1001/invoice/1';

describe('a document that is read back', () => {
  it('is what CO3 shows, and knows no row of the order nor what the order was like', () => {
    const invoice = shownWith([MUGS, SHIPPING], {
      balanceMinor: 635_000,
      bankAccount: 'HU42',
      fxRate: '1.5',
      comment: `${MARKER}\r\nRendelés: #1001\r\nKöszönjük!`,
    });

    const document = toRecoveredDocument(invoice, { purpose: 'invoice', generation: 1 }, MARKER);

    const unknown = { content: '', buyer: '', ordered: '', refunds: 0, isReplaced: false };
    expect(document).toStrictEqual({
      id: '42',
      purpose: 'invoice',
      generation: 1,
      marker: MARKER,
      draft: {
        payment: 'bankcard',
        currency: 'HUF',
        fxRate: '1.5',
        language: 'hu_HU',
        bankAccount: 'HU42',
        customerVatType: 'PRIVATE_PERSON',
        comment: 'Rendelés: #1001\nKöszönjük!',
        rows: [
          { ...MUGS, rowId: '', sku: '', netMinor: 400_000, grossMinor: 508_000 },
          { ...SHIPPING, rowId: '', sku: '', netMinor: 100_000, grossMinor: 127_000 },
        ],
        totalMinor: 635_000,
        paymentDays: 8,
        fulfilmentDay: '2026-12-02',
      },
      contactId: '7',
      corrects: null,
      ...unknown,
      currency: 'HUF',
      totalMinor: 635_000,
      issuedAt: '2026-12-02T00:00:00.000Z' as Instant,
      shownMinor: null,
      acceptedMinor: null,
      paidMinor: 635_000,
    });
  });

  it('has the gross by VAT that was sent, whatever was sent', () => {
    fc.assert(
      fc.property(arbitraryOrder(), (order) => {
        const drafts = translateOrder(order, aShopForEverything(), anAccount());
        if (!drafts.ok || drafts.value.invoice.rows.length === 0) return;
        const { currency, rows } = drafts.value.invoice;
        const shown = shownWith(rows.map(toShownRow), { currency });

        const document = toRecoveredDocument(shown, { purpose: 'invoice', generation: 1 }, MARKER);

        expect(document && grossByVat(document.draft.rows)).toStrictEqual(grossByVat(rows));
      }),
    );
  });

  it.each([
    ['storno:1', { refunds: 0 }],
    ['correction:1', { refunds: 1 }],
  ])('as a %s says that the order has gone so far: an older state of it is a person’s matter', (purpose, state) => {
    const shown = shownWith([MUGS], { stornoId: '41' });

    const document = toRecoveredDocument(shown, { purpose, generation: 1 }, MARKER);

    expect(document).toMatchObject({ ...state, corrects: '41' });
  });

  it.each([
    ['27', '27', 127_000],
    ['27.00', '27', 127_000],
    ['27 %', '27', 127_000],
    ['5.50', '5.5', 105_500],
    ['0', '0', 100_000],
    ['AAM', 'AAM', 100_000],
  ])('has the VAT %s as %s', (vat, expected, grossMinor) => {
    const shown = shownWith([{ ...SHIPPING, vat }]);

    const document = toRecoveredDocument(shown, { purpose: 'invoice', generation: 1 }, MARKER);

    expect(document?.draft.rows).toMatchObject([{ vat: expected, grossMinor }]);
  });

  it('has decimals of its currency alone', () => {
    const shown = shownWith([{ ...SHIPPING, unitNet: '1000.5', quantity: '-3', vat: '10' }], { currency: 'JPY' });

    const document = toRecoveredDocument(shown, { purpose: 'invoice', generation: 1 }, MARKER);

    expect(document?.draft.rows).toMatchObject([{ netMinor: -3_002, grossMinor: -3_302 }]);
  });

  it('takes what CO3 does not say for what is most usual', () => {
    const shown = shownWith([MUGS], {
      ...{ payment: 'barter', customerVatType: '', paymentDay: '', fulfilmentDay: '', balanceMinor: null },
    });

    const document = toRecoveredDocument(shown, { purpose: 'invoice', generation: 1 }, MARKER);

    expect(document).toMatchObject({
      draft: { payment: 'other', customerVatType: 'PRIVATE_PERSON', paymentDays: 0, fulfilmentDay: null },
      paidMinor: 0,
    });
  });

  it.each<[string, Partial<ShownInvoice>]>([
    ['a sum', { grossMinor: null }],
    ['a day', { issueDay: '2.12.2026' }],
    ['rows', { rows: [] }],
    ['a quantity', { rows: [{ ...row('Bögre'), quantity: '' }] }],
    ['a price', { rows: [row('Bögre'), { ...row('Tál'), unitNet: '1 000,00' }] }],
  ])('is none without %s that can be read', (_, shown) => {
    const document = toRecoveredDocument(shownWith([MUGS], shown), { purpose: 'invoice', generation: 1 }, MARKER);

    expect(document).toBeUndefined();
  });
});

function row(name: string): ShownRow {
  return { name, quantity: '1', unit: 'db', unitNet: '1000.00', vat: '27', note: '' };
}

const MUGS: ShownRow = { ...row('Bögre'), quantity: '2', unitNet: '2000.00', note: 'kék' };
const SHIPPING = row('Házhozszállítás');

const shownWith = (rows: readonly ShownRow[], overrides: Partial<ShownInvoice> = {}): ShownInvoice =>
  aShownInvoice({ rows, ...overrides });

const toShownRow = ({ name, quantity, unit, unitNet, vat, note }: ShownRow): ShownRow => ({
  ...{ name, quantity, unit, unitNet, vat, note },
});

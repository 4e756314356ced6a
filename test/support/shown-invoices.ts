import { answered, refused, type Scripted } from './scripted-co3.ts';

/** An invoice as a programmed CO3 lists and shows it. */
export interface Shown {
  readonly id: string;
  readonly comment?: string;
  readonly direction?: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
  readonly stornoId?: string;
  readonly gross?: string;
  readonly balance?: string;
  /** In place of the invoice, when it is asked for alone. */
  readonly answer?: Scripted;
}

/** Answers CO3's reading calls of finance from these invoices, by their days; nothing to any other call. */
export const showInvoices =
  (invoices: () => readonly Shown[]) =>
  (method: string, body: string): Scripted | undefined => {
    if (method === 'getInvoices') {
      const [from, to] = [textOf(body, 'date_from'), textOf(body, 'date_to')];
      const within = invoices().filter(({ day = DAY }) => day >= from && day <= to);
      return answered(`<invoices>${within.map(toHeader).join('')}</invoices>`);
    }
    if (method !== 'getInvoice') return undefined;
    const one = invoices().find(({ id }) => id === textOf(body, 'invoice_id'));
    return one === undefined ? refused(301) : (one.answer ?? answered(toHeader(one)));
  };

export const textOf = (body: string, tag: string): string => new RegExp(`<${tag}>([^<]*)<`).exec(body)?.[1] ?? '';

const DAY = '2026-12-02';

const toHeader = (invoice: Shown): string => {
  const { id, comment = '', direction = 'outgoing', day = DAY, stornoId = '', gross = '6350', balance = '0' } = invoice;
  return [
    `<invoice><invoice_id>${id}</invoice_id><invoice_number>V-${id}</invoice_number><crdr>${direction}</crdr>`,
    `<contact_id>7</contact_id><currency>HUF</currency><gross>${gross}</gross><balance>${balance}</balance>`,
    `<method>bankcard</method><language>hu_HU</language><customer_vat_type>PRIVATE_PERSON</customer_vat_type>`,
    `<issue_date>${day}</issue_date><payment_date>${day}</payment_date><fulfillment_date>${day}</fulfillment_date>`,
    `<storno_id>${stornoId}</storno_id><comment><![CDATA[${comment}]]></comment>`,
    `<items><item><name>Bögre</name><quantity>1</quantity><unit>db</unit><net_price>5000</net_price><vat>27</vat>`,
    '</item></items></invoice>',
  ].join('');
};

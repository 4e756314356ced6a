import type { AccountOptions } from '../../infra/local/co3/account.ts';
import type { TransportAnswer } from '../../lib/co3/transport.ts';
import { type Co3Desk, type Params, toBody, withTags } from './co3-desk.ts';
import { CONTACT, INVOICE, PRODUCT } from './co3-samples.ts';

/** Something done in CO3, and its answer. */
export type Act = (desk: Co3Desk) => Promise<TransportAnswer>;
/** What has to be so before it. */
export type Arrange = (desk: Co3Desk) => Promise<void>;

/** How a code comes about: what went before, and the call that is refused. */
export interface Story {
  readonly code: number;
  readonly story: string;
  readonly arrange?: Arrange;
  readonly act: Act;
}

export const crm =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('crm', method, params);
export const finance =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('finance', method, params);
export const product =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('product', method, params);

export const contactWith = (values: Readonly<Record<string, string>>): Act =>
  crm('setContact', withTags(CONTACT, values));
export const invoiceWith = (values: Readonly<Record<string, string>>): Act =>
  finance('setInvoice', withTags(INVOICE, values));
export const productWith = (values: Readonly<Record<string, string>>): Act =>
  product('setProduct', withTags(PRODUCT, values));

export const after =
  (...calls: readonly Act[]): Arrange =>
  async (desk) => {
    for (const call of calls) await call(desk);
  };

export const where =
  (change: (options: AccountOptions) => Partial<AccountOptions>): Arrange =>
  async ({ account }) => {
    account.options = { ...account.options, ...change(account.options) };
  };

export const aContact = crm('setContact', CONTACT);
export const anInvoice = finance('setInvoice', INVOICE);
export const signIn =
  (params: Params): Act =>
  (desk) => {
    desk.clock.advance(1001);
    return desk.post('authenticate', toBody('authenticate', params));
  };
export const KEY: Params[number] = ['api_key', 'sample-api-key'];

export const atOnce =
  (count: number): Act =>
  async (desk) => {
    const body = toBody('getHistoryTypes', [KEY, ['session_key', desk.session()]]);
    let last = await desk.post('crm', body);
    for (let sent = 1; sent < count; sent += 1) last = await desk.post('crm', body);
    return last;
  };

export async function pause({ clock }: Co3Desk): Promise<void> {
  clock.advance(1001);
}

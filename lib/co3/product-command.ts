import type { ProductDraft } from '../translate/drafts.ts';
import { type Co3Command, command } from './command.ts';
import type { SentTag } from './contract.ts';
import { type FieldTable, toLeaves } from './field-table.ts';

// What the shop says nothing of stays as CO3 has it: a bookkeeper may have filled it in.
const said = (text: string): string | null => (text.trim() === '' ? null : text);

const PRODUCT: FieldTable<ProductDraft, SentTag<'setProduct'>> = [
  ['manufacturer', 'text', (draft) => said(draft.manufacturer)],
  ['product_name', 'text', (draft) => said(draft.name)],
  ['item_number', 'text', (draft) => draft.sku],
  ['ean_number', 'bare', (draft) => said(draft.ean)],
  ['product_group', 'text', (draft) => said(draft.group)],
  ['description', 'text', (draft) => said(draft.description)],
  ['net_price', 'bare', (draft) => draft.netPrice],
  ['vat', 'bare', (draft) => draft.vat],
  ['unit', 'text', (draft) => draft.unit],
  ['price_currency', 'text', (draft) => draft.currency],
];

/** Makes the product (`productId` null) or brings it to what the draft says. */
export const toProductCommand = (draft: ProductDraft, productId: string | null): Co3Command<'setProduct'> =>
  command('setProduct', [{ tag: 'id', form: 'bare', value: productId ?? '0' }, ...toLeaves(PRODUCT, draft)]);

export interface Booking {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly warehouse: string;
  /** Decimal text above zero. */
  readonly quantity: string;
  readonly currency: string;
}

// Name and SKU go along as CO3 told them: a call of the product that leaves them out might empty them.
const TAKE_IN: FieldTable<Booking, SentTag<'setProduct'>> = [
  ['id', 'bare', (booking) => booking.productId],
  ['product_name', 'text', (booking) => said(booking.name)],
  ['item_number', 'text', (booking) => booking.sku],
  ['takein_quantity', 'bare', (booking) => booking.quantity],
  ['takein_product_type', 'bare', () => '1'],
  ['takein_currency', 'text', (booking) => booking.currency],
  ['takein_warehouse_id', 'bare', (booking) => booking.warehouse],
];

/** Books goods into a warehouse. Not to be repeated blindly: it is booked again each time. */
export const toTakeInCommand = (booking: Booking): Co3Command<'setProduct'> =>
  command('setProduct', toLeaves(TAKE_IN, booking));

const REMOVE: FieldTable<Booking, SentTag<'removeStock'>> = [
  ['product_id', 'bare', (booking) => booking.productId],
  ['warehouse_id', 'bare', (booking) => booking.warehouse],
  ['quantity', 'bare', (booking) => booking.quantity],
];

/** Books goods out of a warehouse, no more than are there. */
export const toRemoveCommand = (booking: Booking): Co3Command<'removeStock'> =>
  command('removeStock', toLeaves(REMOVE, booking));

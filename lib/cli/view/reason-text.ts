import type { WorkedRecord } from '../../deliver/records.ts';
import { own } from '../../event/own.ts';
import type { Fact } from './block.ts';
import { toTimeText } from './time-text.ts';

/** Why an order, a product or a level stands where it stands, by the names in `Worked.reason`. */
const REASONS: Readonly<Record<string, string>> = {
  NewSnapshot: 'the shop has sent it, and its turn has not come',
  ReadFromShop: 'its webhook tells it only in part, and the shop’s own API is to be asked first',
  ShopNotRead:
    'the shop’s own API does not answer or does not take the credentials; it waits until that is tried again',
  DocumentOwed: 'its next document is to be sent',
  PaymentOwed: 'a payment is to be booked next',
  OutcomeUnknown: 'CO3 gave no answer, and whether it did what it was asked for is not known (OutcomeUnknown)',
  LooksForDocument: 'CO3 took its invoice without telling the id, and is searched for it',
  Invoiced: 'what is owed is invoiced',
  NothingOwed: 'nothing is owed',
  Test: 'it is a test order, which is never invoiced',
  BeforeInvoiceFrom: 'it is older than the shop’s `invoiceFrom`: another tool has invoiced it',
  Cancelled: 'it is cancelled or wholly refunded, and nothing stands in CO3',
  FreeOrder: 'it costs nothing, and the shop’s setting `freeOrders` skips such orders',
  NotPaid: 'it is not paid yet',
  NotFulfilled: 'it is not fulfilled yet',
  Shadow: 'it was seen in shadow: only `--release` sends it',
  WaitsForRelease: 'it waits until a person releases it',
  Released: 'a person has released it, and its turn has not come',
  Redriven: 'a person has let it be tried again, and its turn has not come',
  LedgerRebuilt: 'documents of it were read back from CO3, and its turn has not come',
  SettledByHand: 'a person has settled it',
  BuyerCleared:
    'its buyer’s data were cleared: before anything can follow, something of it has to change in the shop, which then sends it anew',
  RefusedBefore: 'CO3 has refused the very same before',
  ShopInShadow: 'the shop is in shadow, where nothing is sent',
  NotInShop: 'nothing in the shop bears this SKU any more',
  ProductSought: 'CO3 is to be searched for its SKU',
  ProductOwed: 'it is to be sent to CO3',
  ProductKnown: 'its product is known now, and its turn has not come',
  ProductNotInCo3: 'its product has to be in CO3 first',
  NotInCo3: 'CO3 has no product of this SKU, and the settings keep none there',
  InCo3: 'CO3 has what the shop says',
  StockRead: 'CO3’s stock is to be read',
  StockSettles: 'CO3 may not show the last booking yet',
  StockOwed: 'the difference to CO3’s stock is to be booked',
  LocationNotMapped: 'the settings map its place to no warehouse',
  GoodsNotKept: 'the settings of its shop keep neither products nor stock',
  Known: 'its variants are written down',
  Deleted: 'the shop has deleted it; CO3 keeps it',
  ConflictingSnapshots: 'the shop sent two states of the same time; a newer one may settle it',
};

/** The reason of a record in plain words; where a person has settled it, in theirs. */
export const standingText = ({ reason, discarded }: Pick<WorkedRecord, 'reason' | 'discarded'>): string =>
  reason === 'SettledByHand' && discarded != null ? `${reasonText(reason)}: ${discarded.why}` : reasonText(reason);

/** Who settled it and how to take that back, where a person has. */
export const discardFacts = ({ reason, discarded }: Pick<WorkedRecord, 'reason' | 'discarded'>): readonly Fact[] =>
  reason !== 'SettledByHand' || discarded == null
    ? []
    : [
        [
          'settled by',
          `${discarded.by}, ${toTimeText(discarded.at)} (\`bridge dlq redrive ${discarded.id}\` takes it back)`,
        ],
      ];

/** In plain words; the name itself where it is a letter's. */
export const reasonText = (reason: string): string => own(REASONS, reason) ?? reason;

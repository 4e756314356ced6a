/** Why an order stands where it stands, by the names in `OrderRecord.reason`. */
const REASONS: Readonly<Record<string, string>> = {
  NewSnapshot: 'the shop has sent it, and its turn has not come',
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
  RefusedBefore: 'CO3 has refused the very same before',
  ConflictingSnapshots: 'the shop sent two states of the same time; a newer one may settle it',
};

/** In plain words; the name itself where it is a letter's. */
export const reasonText = (reason: string): string =>
  (Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined) ?? reason;

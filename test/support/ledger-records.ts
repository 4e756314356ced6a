import type { Letter, LetterRecord } from '../../lib/dead-letters/letter.ts';
import type { Correction } from '../../lib/deliver/corrections/correction.ts';
import type { LaneRecord } from '../../lib/deliver/lane-records.ts';
import { NEWLY_KEPT } from '../../lib/deliver/personal-data/personal-data.ts';
import type { ContactImportRecord, NamesRecord, OrderRecord, RecoveredRecord } from '../../lib/deliver/records.ts';
import type { ShopRecord } from '../../lib/deliver/shop/shop-record.ts';
import type { LiveDocument, Step } from '../../lib/deliver/step-records.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import { invoiceDraft } from './drafts.ts';
import { anOrder } from './orders.ts';

/** The first version of an order that is due. */
export const anOrderRecord = (overrides: Partial<OrderRecord> = {}): OrderRecord => ({
  kind: 'order',
  key: orderKeyOf(anOrder()),
  version: 1,
  writeId: 'write-1',
  shop: 'acme-shop',
  account: 'acme',
  number: '#1001',
  traceId: 'trace-1',
  snapshot: anOrder(),
  corrections: [],
  asked: null,
  rival: null,
  shadow: false,
  release: null,
  steps: [],
  documents: [],
  letters: [],
  personal: NEWLY_KEPT,
  isBuyerCorrectionLost: false,
  letter: null,
  closing: [],
  discarded: null,
  redrive: false,
  status: 'due',
  reason: '',
  dueAt: 1_000,
  starts: 0,
  tries: 0,
  ...overrides,
});

/** The e-mail of `anOrder`'s buyer as a person has corrected it. */
export const aCorrection = (overrides: Partial<Correction> = {}): Correction => ({
  path: 'buyer.email',
  row: null,
  old: 'anna.minta@example.com',
  new: 'anna@example.hu',
  by: 'erika',
  why: '',
  at: '2026-12-02T09:50:00.000Z' as Instant,
  endedAt: null,
  ...overrides,
});

/** The first version of a lane that nobody is at. */
export const aLaneRecord = (overrides: Partial<LaneRecord> = {}): LaneRecord => ({
  kind: 'lane',
  key: 'acme',
  version: 1,
  writeId: 'write-1',
  lease: null,
  session: null,
  answeredAt: [],
  calls: [],
  ledger: 'memory',
  lookedDownTo: null,
  proof: { provenAt: null, candidate: null, failed: null },
  hold: null,
  catalogueHold: null,
  suspect: [],
  unknownRuns: {},
  neverLeftRun: 0,
  refusals: {},
  ...overrides,
});

/** The first version of a shop whose API answers. */
export const aShopRecord = (overrides: Partial<ShopRecord> = {}): ShopRecord => ({
  kind: 'shop',
  key: 'acme-shop',
  version: 1,
  writeId: 'write-1',
  session: { token: 'token-1', until: 9_000 },
  calledAt: 1_000,
  pause: null,
  ...overrides,
});

/** An order that CO3 refuses because of the buyer's e-mail. */
export const aLetter = (overrides: Partial<Letter> = {}): Letter => ({
  version: 1,
  id: 'letter-1',
  shop: 'acme-shop',
  account: 'acme',
  state: 'parked',
  parkedAt: '2026-12-02T10:00:00.000Z' as Instant,
  subject: { kind: 'order', id: orderKeyOf(anOrder()), label: '#1001' },
  error: {
    code: 22,
    name: 'InvalidEmail',
    module: 'general',
    scope: 'message',
    fixedBy: 'buyer-data',
    text: 'Invalid e-mail: őő',
    fields: [{ tag: 'email', path: 'buyer.email', value: 'not-an-email', allowed: [] }],
    advice: { en: 'Correct the e-mail.', hu: 'Javítsa az e-mailt.' },
    docs: 'docs/errors.md#22',
  },
  event: { note: 'Győző 🎉' },
  call: { method: 'setContact', xml: '<email>not-an-email</email>' },
  tries: { count: 1, first: '2026-12-02T10:00:00.000Z' as Instant, last: '2026-12-02T10:00:00.000Z' as Instant },
  history: [],
  ...overrides,
});

export const aLetterRecord = (overrides: Partial<LetterRecord> = {}, letter: Partial<Letter> = {}): LetterRecord => ({
  kind: 'letter',
  key: letter.id ?? 'letter-1',
  version: 1,
  writeId: 'write-1',
  letter: aLetter(letter),
  work: { kind: 'order', key: orderKeyOf(anOrder()) },
  traceId: 'trace-1',
  messageId: 'message-1',
  noticeAt: 2_000,
  discards: null,
  personal: NEWLY_KEPT,
  ...overrides,
});

/** The invoice of `anOrder`, acknowledged with an id. */
export const aLiveDocument = (overrides: Partial<LiveDocument> = {}): LiveDocument => ({
  id: '42',
  purpose: 'invoice',
  generation: 1,
  marker: 'test/shopify:acme.myshopify.com/1001/invoice/1',
  draft: invoiceDraft({ totalMinor: 635_000 }),
  contactId: '7',
  corrects: null,
  content: 'content-1',
  buyer: 'buyer-1',
  ordered: 'ordered-1',
  refunds: 0,
  isReplaced: false,
  currency: 'HUF',
  totalMinor: 635_000,
  issuedAt: '2026-12-02T09:30:00.000Z' as Instant,
  shownMinor: null,
  acceptedMinor: null,
  paidMinor: 0,
  ...overrides,
});

/** The invoice of `anOrder` on its way. */
export const aStep = (overrides: Partial<Step> = {}): Step => ({
  purpose: 'invoice',
  generation: 1,
  state: 'sent',
  marker: 'test/shopify:acme.myshopify.com/1001/invoice/1',
  digest: 'digest-1',
  settingsDigest: 'settings-1',
  currency: 'HUF',
  totalMinor: 635_000,
  lease: 'lease-1',
  sentAt: Date.parse('2026-12-02T09:30:00Z'),
  endedAt: null,
  tries: 1,
  id: null,
  document: null,
  payment: null,
  look: null,
  doubles: [],
  ...overrides,
});

/** The invoice of `anOrder` in a table that knows nothing else of the order. */
export const aRecoveredRecord = (overrides: Partial<RecoveredRecord> = {}): RecoveredRecord => ({
  kind: 'recovered',
  key: orderKeyOf(anOrder()),
  version: 1,
  writeId: 'write-1',
  account: 'acme',
  documents: [aLiveDocument()],
  ...overrides,
});

/** An import of one contact. */
export const aContactImportRecord = (overrides: Partial<ContactImportRecord> = {}): ContactImportRecord => ({
  kind: 'contact-import',
  key: 'acme',
  version: 1,
  writeId: 'write-1',
  account: 'acme',
  edition: 'a',
  contacts: 1,
  at: Date.parse('2026-12-01T09:00:00Z'),
  ...overrides,
});

/** The part of an import that holds the names whose digests begin with `5f`. */
export const aNamesRecord = (overrides: Partial<NamesRecord> = {}): NamesRecord => ({
  kind: 'names',
  key: 'acme|a|5f',
  version: 1,
  writeId: 'write-1',
  account: 'acme',
  ids: { '5f0e': ['7', '42'] },
  ...overrides,
});

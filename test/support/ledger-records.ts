import type { Letter, LetterRecord } from '../../lib/dead-letters/letter.ts';
import type { LaneRecord, OrderRecord } from '../../lib/deliver/records.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
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
  snapshot: anOrder(),
  rival: null,
  shadow: false,
  release: null,
  steps: [],
  documents: [],
  letter: null,
  closing: [],
  redrive: false,
  status: 'due',
  reason: '',
  dueAt: 1_000,
  starts: 0,
  tries: 0,
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
  hold: null,
  suspect: [],
  unknownRun: 0,
  neverLeftRun: 0,
  refusals: {},
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
  order: orderKeyOf(anOrder()),
  messageId: 'message-1',
  noticeAt: 2_000,
  ...overrides,
});

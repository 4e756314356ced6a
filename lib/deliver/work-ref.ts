import type { Co3Client } from '../co3/client.ts';
import type { EventQueue } from '../event/message.ts';
import type { Settings } from '../settings/settings.ts';
import type { CallLog } from './call-log.ts';
import { goodsFields } from './goods/goods-work.ts';
import type { StockSeen } from './goods/read-stock.ts';
import type { Lane } from './lane.ts';
import type { Hold } from './lane-records.ts';
import { ADDRESS_LANE, isHeld, longestUnknownRun, UNKNOWN_COUNT, withHold, withoutHold } from './lane-state.ts';
import { type Figures, RecordTooLarge } from './ports.ts';
import { probe } from './probe.ts';
import type { OrderRecord, WorkedRecord, WorkRef } from './records.ts';
import { giveTooLarge } from './too-large.ts';
import { amendWorked } from './update-record.ts';
import { logFields, type Work, type WorkResult } from './work.ts';
import { isDue, workOrder } from './work-order.ts';

export type DrainDeps = Work['deps'] & {
  readonly co3: Co3Client;
  readonly events: EventQueue;
  readonly settings: Settings;
  readonly figures: Figures;
};

/** What a worker holds while it works off what is due for one account. */
export type Drain = Omit<Work, 'shop'> & {
  readonly deps: DrainDeps;
  readonly addressLane: Lane | undefined;
  readonly calls: CallLog;
};

const UNKNOWN_SHOP_PAUSE_MS = 15 * 60_000;

/** Does the next step of one record, where it is due; through a held lane only after CO3 has answered a read. */
export const workRef = async (
  drain: Drain,
  { kind, key }: WorkRef,
  stockSeen: StockSeen,
): Promise<WorkResult | 'not-due'> => {
  const { deps, lane, addressLane } = drain;
  const record = await deps.ledger.read(kind, key);
  if (record === undefined || !isDue(record, deps.clock.now())) return 'not-due';
  const fields = record.kind === 'order' ? logFields(record) : goodsFields(record);
  const shop = deps.settings.shops.get(record.shop);
  if (shop === undefined) {
    deps.log.error(`shop of ${NAMES[kind]} is not in the settings`, fields);
    await amendWorked(deps, record, (current) => ({ ...current, dueAt: deps.clock.now() + UNKNOWN_SHOP_PAUSE_MS }));
    return 'idle';
  }
  drain.calls.about(fields);
  const work: Work = { ...drain, shop };
  const before = lane.state().hold ?? addressLane?.state().hold ?? null;
  // Writing down what a product says makes no call.
  if (before !== null && kind !== 'listing' && !(await probe(work, lane.state().suspect[0] ?? 'finance'))) {
    if (addressLane !== undefined && deps.clock.now() <= drain.lastCallAt) await prolong(deps, addressLane);
    return 'stop';
  }
  const result = await workAt(work, record, stockSeen);
  if (before !== null && result === 'answered' && isSameHold(before, lane.state().hold ?? before)) await open(drain);
  return result;
};

const NAMES = { order: 'an order', listing: 'a product', product: 'a product', stock: 'a stock level' };

const workAt = async (work: Work, record: WorkedRecord, stockSeen: StockSeen): Promise<WorkResult> => {
  if (record.kind === 'order') return workWithRoom(work, record);
  // Most calls are for orders alone, and this is much to read at a cold start (docs/decisions/0037).
  const { workGoods } = await import('./goods/work-goods.ts');
  return workGoods({ ...work, stockSeen }, record);
};

// An order that outgrows its record is a person's matter, and no reason for the others to wait.
const workWithRoom = async (work: Work, order: OrderRecord): Promise<WorkResult> => {
  try {
    return await workOrder(work, order);
  } catch (cause) {
    if (!(cause instanceof RecordTooLarge)) throw cause;
    await giveTooLarge(work, order.key);
    return 'idle';
  }
};

// Whatever the probe ended with, the other accounts need not knock as well.
const prolong = async ({ ledger, clock }: DrainDeps, addressLane: Lane): Promise<void> => {
  const known = await ledger.read('lane', ADDRESS_LANE);
  if (known?.hold == null || isHeld(known, clock.now())) return;
  const { reason, code, method } = known.hold;
  await addressLane.change((state) => withHold(state, { reason, code, method }, clock.now()));
};

// A lane that waits for a document is opened by a document alone.
const open = async ({ deps, lane, addressLane }: Drain): Promise<void> => {
  if (longestUnknownRun(lane.state()) >= UNKNOWN_COUNT || lane.state().hold?.reason === 'by-hand') return;
  await lane.change(withoutHold);
  await addressLane?.change(withoutHold);
  deps.log.info('lane opened', { account: lane.account });
};

const isSameHold = (a: Hold, b: Hold): boolean => a.since === b.since && a.probes === b.probes;

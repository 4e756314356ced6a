import { digestOf } from '../event/digest.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { ownLetter, type Plan, type Planned } from './plan-types.ts';

/** What rests because a person has discarded its letter. */
export const SETTLED_BY_HAND = { kind: 'nothing', status: 'settled', reason: 'SettledByHand' } as const satisfies Plan;

type Standing = Pick<Planned, 'snapshot' | 'rival' | 'documents'>;

/** Digest of what an order owes, who owes it, and which documents it has. */
export const standingOf = ({ snapshot, rival, documents }: Standing): string =>
  digestOf([
    contentOf(snapshot),
    rival === null ? null : contentOf(rival.snapshot),
    documents.map(({ marker }) => marker),
  ]);

// That it is paid or on its way, and how, changes nothing of what a person has settled.
const contentOf = (snapshot: OrderSnapshot) => ({
  ...snapshot,
  changedAt: '',
  paid: false,
  fulfilledAt: null,
  gateways: [],
});

/** Whether a person has discarded the order's letter, and it stands as it stood then. */
export const isSettledByHand = (order: Standing & Pick<Planned, 'discarded'>): boolean =>
  order.discarded != null && order.discarded.of === standingOf(order);

/**
 * The plan, unless a person has settled the order before it had any document: whatever was issued by hand then, the bridge knows nothing of
 * it, so that a change of the order is told of and no second invoice follows from it.
 */
export const toldOfChange = (order: Planned, plan: Plan, { mode }: Pick<ShopSettings, 'mode'>): Plan => {
  const { discarded, documents, release } = order;
  if (discarded == null || documents.length > 0 || mode === 'shadow') return plan;
  const isTold = plan.kind === 'document' ? release?.digest !== plan.digest : isCancelled(plan);
  if (!isTold) return plan;
  return ownLetter(
    'ChangedAfterDiscard',
    `A person has settled the order by hand («${discarded.why}»), and it has changed since.`,
    [],
    { purpose: 'invoice', generation: 1, digest: digestOf(['ChangedAfterDiscard', standingOf(order)]) },
  );
};

const isCancelled = (plan: Plan): boolean => plan.kind === 'nothing' && plan.reason === 'Cancelled';

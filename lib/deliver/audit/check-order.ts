import { formatMinor } from '../../event/money.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { dueForIssue } from '../../translate/issue.ts';
import { translateOrder } from '../../translate/translate-order.ts';
import { corrected } from '../corrections/corrected.ts';
import type { OrderRecord } from '../records.ts';
import { isSettledByHand } from '../settled-by-hand.ts';
import { type AuditCase, isOpenStep, orderIn, toFinding } from './audit-case.ts';
import type { Finding } from './audit-report.ts';
import { sumInCo3 } from './sum-in-co3.ts';

/** What is wrong with an order as a whole: it waits for somebody, or its documents do not make up what it owes. */
export const checkOrder = (order: OrderRecord, audit: AuditCase): readonly Finding[] => [
  ...open(order, audit),
  ...waiting(order, audit),
  ...owedDiffers(order, audit),
];

const open = (order: OrderRecord, { shown }: AuditCase): readonly Finding[] => {
  const unknown = order.steps.filter(({ state }) => state === 'unknown');
  if (order.letter === null && unknown.length === 0 && !isToBeReleased(order) && !isSettledByHand(order)) return [];
  return [
    toFinding(
      {
        ...{ name: 'Open', severity: 'note', order: orderIn(order), text: openText(order) },
        marker: unknown[0]?.marker ?? null,
        ours: unknown[0] === undefined ? null : { minor: unknown[0].totalMinor, currency: unknown[0].currency },
        letter: order.letter?.id ?? null,
      },
      unknown.flatMap(({ marker }) => shown.withMarker(marker)),
    ),
  ];
};

const openText = (order: OrderRecord): string =>
  isSettledByHand(order) ? `Settled by ${order.discarded?.by}: ${order.discarded?.why}` : order.reason;

const OVERDUE_MS = 15 * 60_000;

const waiting = (order: OrderRecord, { shop, now }: AuditCase): readonly Finding[] => {
  const since = dueSince(order);
  if (since === null || since > now - OVERDUE_MS || order.letter !== null) return [];
  if (order.documents.length === 0 && !isDueForIssue(order, shop)) return [];
  const minutes = Math.floor((now - since) / 60_000);
  return [
    toFinding({ name: 'Waiting', severity: 'warning', order: orderIn(order), text: `Due for ${minutes} minutes.` }, []),
  ];
};

// An order whose document has just left is put before all others, whatever the time.
const dueSince = ({ dueAt, steps }: OrderRecord): number | null =>
  dueAt === null ? null : Math.max(dueAt, ...steps.filter(isOpenStep).map(({ sentAt }) => sentAt));

const owedDiffers = (order: OrderRecord, audit: AuditCase): readonly Finding[] => {
  const { shop, account } = audit;
  if (!isAtRest(order) || (order.documents.length === 0 && !isToBeInvoiced(order, audit))) return [];
  const base = { name: 'OwedDiffers', severity: 'fault', order: orderIn(order) } as const;
  const told = corrected(order, shop);
  const drafts = translateOrder(told.order.snapshot, told.shop, account);
  if (!drafts.ok) return [toFinding({ ...base, text: `What it owes cannot be told: ${drafts.problem.text}` }, [])];
  const { owedMinor, invoice } = drafts.value;
  const { currency } = invoice;
  const foreign = order.documents.find((document) => document.currency !== currency);
  if (foreign !== undefined)
    return [toFinding({ ...base, text: `It owes ${currency}, and its documents are in ${foreign.currency}.` }, [])];
  const sentMinor = order.documents.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  // Where what was sent is what is owed, the document that CO3 shows otherwise is a finding of its own.
  if (sentMinor === owedMinor) return [];
  const { minor, invoices } = sumInCo3(order, audit);
  if (minor === owedMinor) return [];
  const ours = { minor: owedMinor, currency };
  const text = sentMinor === minor ? '' : `Sent: ${formatMinor(sentMinor, currency)} ${currency}.`;
  return [toFinding({ ...base, ours, co3: { minor, currency }, text }, invoices)];
};

// What an order that was cleared owes is told no more; it was its documents' sum then.
const isAtRest = (order: OrderRecord): boolean =>
  order.personal.clearedAt === null &&
  order.letter === null &&
  order.rival === null &&
  order.status !== 'due' &&
  !isToBeReleased(order) &&
  !isSettledByHand(order) &&
  !order.steps.some(isOpenStep);

/** Whether its next document waits for a person's leave: in a supervised shop, or of an order that was first seen in shadow. */
const isToBeReleased = ({ status, reason }: OrderRecord): boolean =>
  status === 'release' || reason === 'WaitsForRelease';

const isToBeInvoiced = (order: OrderRecord, { shop }: AuditCase): boolean =>
  !((order.shadow || shop.mode === 'shadow') && order.release === null) &&
  order.status !== 'release' &&
  isDueForIssue(order, shop);

const isDueForIssue = (order: OrderRecord, shop: ShopSettings): boolean => {
  const told = corrected(order, shop);
  return dueForIssue(told.order.snapshot, told.shop).due;
};

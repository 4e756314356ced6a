import type { Contact } from '../../infra/local/co3/account.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Step } from '../../lib/deliver/step-records.ts';

/** The places that people of these stories correct. */
export const PLACES = ['buyer.email', 'buyer.phone', 'buyer.taxNumber', 'settings.payments'] as const;
export type CorrectedPlace = (typeof PLACES)[number];
export type Told = Readonly<Record<CorrectedPlace, string>>;

export interface CorrectionWatchDeps {
  /** What the order's shop sent in the state of that change: several where two changes look alike. */
  readonly told: (order: string, changedAt: string) => readonly Told[];
  /** Whether a person has asked for that value. */
  readonly isAsked: (order: string, path: string, value: string) => boolean;
  readonly contactOf: (account: string, id: string) => Contact | undefined;
}

interface Standing {
  readonly old: string;
  readonly value: string;
}

/**
 * Sees that a correction holds exactly as long as the shop sends what it was made for, and that what is sent says what was right then. It
 * keeps its own books: of what people have asked for and of what the shop has sent.
 */
export const makeCorrectionWatch = ({ told, isAsked, contactOf }: CorrectionWatchDeps) => {
  const known = new Set<string>();
  const orders = new Map<string, ReadonlyMap<string, Standing>>();
  const sent = new Set<string>();

  const problemOf = (record: OrderRecord): string | undefined => {
    const { key, corrections } = record;
    const raw = rawOf(record);
    const states = told(key, record.snapshot.changedAt);
    if (!states.some((state) => PLACES.every((path) => state[path] === raw[path])))
      return `${key} is kept with ${JSON.stringify(raw)}, which its shop never sent`;
    const standing = new Map(
      [...(orders.get(key) ?? [])].filter(([path, { old }]) => raw[path as CorrectedPlace] === old),
    );
    const living = corrections.filter(({ endedAt }) => endedAt === null);
    for (const { path, new: value, at, by } of living) {
      const name = JSON.stringify([key, path, value, at, by]);
      if (known.has(name)) continue;
      known.add(name);
      if (!isAsked(key, path, value)) return `${key} has ${path} corrected to ${value}, and nobody asked for that`;
      standing.set(path, { old: raw[path as CorrectedPlace], value });
    }
    for (const [path, { old, value }] of standing) {
      if (living.some((one) => one.path === path && one.new === value)) continue;
      if (!isAsked(key, path, old)) return `${key} has lost the correction of ${path} to ${value}`;
      standing.delete(path);
    }
    orders.set(key, standing);
    const left = living.find(({ path, new: value }) => standing.get(path)?.value !== value);
    if (left !== undefined)
      return `${key} has ${left.path} corrected to ${left.new}, though the shop sends another value`;
    return record.steps.map((step) => wrongIn(record, step, raw, standing)).find((text) => text !== undefined);
  };

  const wrongIn = (
    { key, account }: OrderRecord,
    { state, marker, sentAt, document, purpose }: Step,
    raw: Told,
    standing: ReadonlyMap<string, Standing>,
  ): string | undefined => {
    if (state !== 'sent' || document === null || sent.has(`${key} ${marker} ${sentAt}`)) return undefined;
    sent.add(`${key} ${marker} ${sentAt}`);
    const right = (path: CorrectedPlace): string => standing.get(path)?.value ?? raw[path];
    if (purpose !== 'invoice') return undefined;
    const payment = standing.get('settings.payments')?.value ?? PAYMENT_OF[raw['settings.payments']];
    if (document.draft.payment !== payment) return `${marker} is paid by ${document.draft.payment}, not by ${payment}`;
    const fields = contactOf(account, document.contactId)?.fields ?? {};
    for (const [tag, path] of TAGS)
      if ((fields[tag] ?? '') !== right(path)) return `${marker} is for ${fields[tag]}, and ${path} was ${right(path)}`;
    return undefined;
  };

  return {
    wrote: problemOf,
    /** What holds at a place of an order; undefined where nothing was corrected there. */
    standing: (order: string, path: CorrectedPlace): string | undefined => orders.get(order)?.get(path)?.value,
  };
};

const PAYMENT_OF: Readonly<Record<string, string>> = { shopify_payments: 'bankcard' };

const TAGS: readonly (readonly [string, CorrectedPlace])[] = [
  ['contact_email', 'buyer.email'],
  ['contact_phone', 'buyer.phone'],
  ['contact_vat_number', 'buyer.taxNumber'],
];

const rawOf = ({ snapshot }: OrderRecord): Told => ({
  'buyer.email': snapshot.buyer?.email ?? '',
  'buyer.phone': snapshot.buyer?.phone ?? '',
  'buyer.taxNumber': snapshot.notes.find(({ name }) => name === 'note_attributes.adoszam')?.value ?? '',
  'settings.payments': snapshot.gateways.join(),
});

import { digestOf } from '../../event/digest.ts';
import type { GoodsRecord } from '../records.ts';
import { syncLetters } from '../sync-letters.ts';
import { amendWorked } from '../update-record.ts';
import { type GoodsRefusal, toldOf, withGoodsLetter, withoutGoodsLetter } from './goods-letter.ts';
import type { GoodsPlan } from './goods-plan.ts';
import type { GoodsWork } from './goods-work.ts';

/** How a record is planned, on what it says by then. */
export type Planner<R> = (record: R, now: number) => GoodsPlan<unknown>;

/** The record with the state that its next plan gives it. `wakeAt` is when it is looked at although nothing is to be done. Pure. */
export const settleGoods = <R extends GoodsRecord>(
  record: R,
  plan: GoodsPlan<unknown>,
  why: 'success' | 'superseded',
  now: number,
): R => {
  switch (plan.kind) {
    case 'letter': {
      const lettered = withGoodsLetter(record, { ...plan, call: null }, now);
      const isOpen = record.letter !== null && record.letter.id === lettered.letter?.id;
      return isOpen && !record.redrive ? atRest(record, 'letter', plan.error.name, now) : lettered;
    }
    case 'nothing':
      return plan.status === 'letter' && record.letter !== null
        ? atRest(record, 'letter', record.reason, now)
        : atRest(withoutGoodsLetter(withoutCause(record, plan), why, now), plan.status, plan.reason, now);
    case 'wait':
      return { ...record, status: 'due', reason: plan.reason, dueAt: plan.until, starts: 0 };
    case 'act':
      return { ...record, status: 'due', reason: plan.reason, dueAt: now, starts: 0 };
    default:
      return plan satisfies never;
  }
};

// What a person has discarded is over: should it come once more, it is told of.
const withoutCause = <R extends GoodsRecord>(record: R, { status, reason }: { status: string; reason: string }): R =>
  status === 'settled' && reason !== 'SettledByHand' ? { ...record, discarded: null } : record;

// Due as long as a letter and its message do not say the same.
const atRest = <R extends GoodsRecord>(record: R, status: R['status'], reason: string, now: number): R => {
  const isAgreed = record.closing.length === 0 && (record.letter === null || record.letter.content === null);
  const wakeAt = record.kind === 'stock' ? (record.watch?.at ?? null) : null;
  return { ...record, status, reason, dueAt: isAgreed ? wakeAt : now, starts: 0, tries: 0, redrive: false };
};

/** Changes the record and gives it the state that follows from it. */
export const amendGoods = async <R extends GoodsRecord>(
  work: GoodsWork,
  record: R,
  plan: Planner<R>,
  change: (current: R) => R,
  why: 'success' | 'superseded' = 'superseded',
): Promise<R> => {
  const now = work.deps.clock.now();
  const amended = await amendWorked(work.deps, record, (current) => {
    const changed = { ...change(current), starts: 0 };
    return settleGoods(changed, plan(changed, now), why, now);
  });
  return syncLetters(work.deps, amended);
};

/** Gives the record to a person with what CO3 answered. What the shop has said meanwhile is tried all the same. */
export const letterGoods = async <R extends GoodsRecord>(
  work: GoodsWork,
  record: R,
  refusal: GoodsRefusal,
  change: (current: R) => R,
): Promise<R> => {
  const now = work.deps.clock.now();
  const told = digestOf(toldOf(record));
  const lettered = await amendWorked(work.deps, record, (current) => {
    const given = withGoodsLetter(change(current), refusal, now);
    return digestOf(toldOf(current)) === told ? given : { ...given, status: 'due', reason: 'NewSnapshot' };
  });
  return syncLetters(work.deps, lettered);
};

/** Puts the record back as if nothing had been tried, to be taken up again at `dueAt`. */
export const putGoodsBack = <R extends GoodsRecord>(
  work: GoodsWork,
  record: R,
  dueAt: number,
  change: (current: R) => R = (current) => current,
): Promise<R> => amendWorked(work.deps, record, (current) => ({ ...change(current), status: 'due', dueAt, starts: 0 }));

import { describe, expect, it } from 'vitest';
import { toLetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { emptyLane, withHold } from '../../../lib/deliver/lane-state.ts';
import { readOldestDueAt, toStageFigures } from '../../../lib/deliver/stage-figures.ts';
import type { OrderKey } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { makeMemoryLedger } from '../../support/memory-ledger.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const HOLD = { reason: 'by-hand', code: null, method: null } as const;

describe('the figures of a stage', () => {
  it('are nought where nothing waits', () => {
    const figures = toStageFigures({ lines: [], lanes: [undefined, emptyLane()], oldestDueAt: null }, NOW);

    expect(figures).toStrictEqual({ LanesHeld: 0, OldestDueMinutes: 0, OpenLetters: 0, OldestLetterHours: 0 });
  });

  it('tell how many lanes are held, how old due work is, and how many letters are open since when', () => {
    const held = withHold(emptyLane(), HOLD, NOW);
    const goods = { ...emptyLane(), catalogueHold: held.hold };
    const lines = [
      aLine('2026-12-02T07:30:00.000Z', 'parked'),
      aLine('2026-12-02T09:00:00.000Z', 'redriving'),
      aLine('2026-11-01T00:00:00.000Z', 'closing'),
    ];

    const figures = toStageFigures({ lines, lanes: [held, emptyLane(), goods], oldestDueAt: NOW - 90_000 }, NOW);

    expect(figures).toStrictEqual({ LanesHeld: 2, OldestDueMinutes: 1.5, OpenLetters: 2, OldestLetterHours: 2.5 });
  });

  it('are never below nought, whatever the clocks', () => {
    const lines = [aLine('2026-12-02T10:00:01.000Z', 'parked')];

    const figures = toStageFigures({ lines, lanes: [], oldestDueAt: NOW + 1_000 }, NOW);

    expect(figures).toMatchObject({ OldestDueMinutes: 0, OldestLetterHours: 0 });
  });
});

describe('the oldest due work', () => {
  it('is the oldest of what the index names', async () => {
    const ledger = makeMemoryLedger('memory', [
      orderOf('1', 'acme', NOW - 1_000),
      orderOf('2', 'other', NOW - 9_000),
      orderOf('3', 'unnamed', NOW - 99_000),
    ]);

    const oldest = await readOldestDueAt(ledger, namesOf('1', '2'), NOW);

    expect(oldest).toBe(NOW - 9_000);
  });

  it('is none where an index names what was done meanwhile', async () => {
    const ledger = makeMemoryLedger('memory', [orderOf('1', 'acme', null), orderOf('2', 'acme', NOW + 1)]);

    const oldest = await readOldestDueAt(ledger, namesOf('1', '2', 'gone'), NOW);

    expect(oldest).toBeNull();
  });
});

const namesOf = (...ids: readonly string[]) => ids.map((id) => ({ kind: 'order', key: id as OrderKey }) as const);

const aLine = (parkedAt: string, state: 'parked' | 'redriving' | 'closing') =>
  toLetterLine(aLetterRecord({}, { parkedAt: parkedAt as Instant, state }));

const orderOf = (id: string, account: string, dueAt: number | null) =>
  anOrderRecord({ key: id as OrderKey, account, dueAt });

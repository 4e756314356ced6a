import { describe, expect, it } from 'vitest';
import { emptyLane } from '../../../lib/deliver/lane-state.ts';
import type { Ledger } from '../../../lib/deliver/ports.ts';
import { RecordContended, updateRecord } from '../../../lib/deliver/update-record.ts';
import { makeMemoryLedger } from '../../support/memory-ledger.ts';

const ids = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `w${count}`;
  };
};

const bump = (known: { readonly neverLeftRun: number } | undefined) => ({
  ...emptyLane(),
  neverLeftRun: (known?.neverLeftRun ?? 0) + 1,
});

describe('updateRecord', () => {
  it('raises the version and applies a change once', async () => {
    const writer = { ledger: makeMemoryLedger(), newId: ids() };

    await updateRecord(writer, 'lane', 'acme', bump);
    const record = await updateRecord(writer, 'lane', 'acme', bump);

    expect(record).toMatchObject({ key: 'acme', version: 2, writeId: 'w2', neverLeftRun: 2 });
  });

  it('applies the change anew to what somebody else has written in between', async () => {
    const ledger = makeMemoryLedger();
    const writer = { ledger, newId: ids() };
    const stale = await updateRecord(writer, 'lane', 'acme', bump);
    await updateRecord(writer, 'lane', 'acme', bump);

    const record = await updateRecord(writer, 'lane', 'acme', bump, stale);

    expect(record).toMatchObject({ version: 3, neverLeftRun: 3 });
  });

  it('knows its own write again when the answer to it was lost', async () => {
    const ledger = makeMemoryLedger();
    const losing: Ledger = {
      ...ledger,
      write: async (record) => {
        await ledger.write(record);
        throw new Error('the answer was lost');
      },
    };

    const record = await updateRecord({ ledger: losing, newId: ids() }, 'lane', 'acme', bump);

    expect(record).toMatchObject({ version: 1, neverLeftRun: 1 });
    expect(await ledger.read('lane', 'acme')).toStrictEqual(record);
  });

  it('writes again when neither the answer nor the write came through', async () => {
    const ledger = makeMemoryLedger();
    let failures = 1;
    const failing: Ledger = {
      ...ledger,
      write: async (record) => {
        if (failures === 0) return ledger.write(record);
        failures -= 1;
        throw new Error('out of reach');
      },
    };

    const record = await updateRecord({ ledger: failing, newId: ids() }, 'lane', 'acme', bump);

    expect(record).toMatchObject({ version: 1, neverLeftRun: 1 });
  });

  it('gives up on a record that others write each time', async () => {
    const ledger: Ledger = { ...makeMemoryLedger(), write: async () => 'conflict' };

    await expect(updateRecord({ ledger, newId: ids() }, 'lane', 'acme', bump)).rejects.toThrow(RecordContended);
  });

  it('writes nothing where the change is none', async () => {
    const ledger = makeMemoryLedger();

    const record = await updateRecord({ ledger, newId: ids() }, 'lane', 'acme', () => undefined);

    expect([record, ledger.all('lane')]).toStrictEqual([undefined, []]);
  });
});

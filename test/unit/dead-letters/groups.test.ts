import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../lib/dead-letters/cause.ts';
import { toGroups } from '../../../lib/dead-letters/groups.ts';
import type { Letter } from '../../../lib/dead-letters/letter.ts';
import { toLetterLine } from '../../../lib/dead-letters/letter-line.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetter, aLetterRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';

describe('letters in groups', () => {
  it('are counted and summed by cause, the group of the newest letter first', () => {
    const first = aLine({ id: 'first', parkedAt: at('10:00'), event: anOrder({ totalMinor: 100 }) });
    const second = aLine({ id: 'second', parkedAt: at('11:00'), event: anOrder({ currency: 'EUR', totalMinor: 7 }) });
    const third = aLine({ id: 'third', parkedAt: at('13:00'), event: anOrder({ totalMinor: 20 }) });
    const other = aLine({ id: 'other', parkedAt: at('12:00'), event: null, shop: 'acme-woo' });

    const groups = toGroups([first, second, third, other]);

    const reason = { code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data' };
    const places = [{ path: 'buyer.email', value: '' }];
    expect(groups).toStrictEqual([
      {
        ...{ cause: causeOf(aLetter()).key, shop: 'acme-shop', ...reason, places },
        ...{ count: 3, oldest: at('10:00'), newest: at('13:00') },
        atStake: [
          { currency: 'EUR', minor: 7, orders: 1 },
          { currency: 'HUF', minor: 120, orders: 2 },
        ],
        lines: [third, second, first],
      },
      {
        ...{ cause: causeOf(aLetter({ shop: 'acme-woo' })).key, shop: 'acme-woo', ...reason, places },
        ...{ count: 1, oldest: at('12:00'), newest: at('12:00'), atStake: [], lines: [other] },
      },
    ]);
  });

  it('are none where no letter is open', () => {
    expect(toGroups([])).toStrictEqual([]);
  });
});

const at = (time: string): Instant => `2026-12-02T${time}:00.000Z` as Instant;

const aLine = (letter: Partial<Letter>) => toLetterLine(aLetterRecord({}, letter));

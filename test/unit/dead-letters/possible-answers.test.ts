import { describe, expect, it } from 'vitest';
import type { Letter, LetterHistory, LetterRecord, LetterState } from '../../../lib/dead-letters/letter.ts';
import { type Answer, possibleAnswers } from '../../../lib/dead-letters/possible-answers.ts';
import type { Step } from '../../../lib/deliver/step-records.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetter, aLetterRecord } from '../../support/ledger-records.ts';
import { anUnknownStep, aPaymentStep } from '../../support/undecided.ts';

describe('possibleAnswers', () => {
  it.each<[string, readonly Answer[]]>([
    ['InvalidEmail', ['redrive', 'discard']],
    ['AmountDiffers', ['accept']],
    ['DuplicateFound', ['accept']],
    ['DocumentIdUnknown', ['adopt']],
  ])('a parked letter %s takes %j', (name, answers) => {
    expect(possibleAnswers(letterOf({ error: { ...aLetter().error, name } }), undefined)).toStrictEqual(answers);
  });

  it.each<[string, Step, readonly Answer[]]>([
    ['document', anUnknownStep(), ['adopt', 'send-again']],
    ['payment', aPaymentStep(), ['send-again']],
  ])('a %s that got no answer is named, or sent again', (_, sought, answers) => {
    const record = letterOf({ error: { ...aLetter().error, name: 'OutcomeUnknown' } });

    expect(possibleAnswers(record, sought)).toStrictEqual(answers);
  });

  it('a letter about a message can only be discarded', () => {
    expect(possibleAnswers(letterOf({}, { work: null }), undefined)).toStrictEqual(['discard']);
  });

  it('a message that was given up can be put back', () => {
    const record = letterOf({ error: { ...aLetter().error, name: 'NeverMerged' } }, { work: null });

    expect(possibleAnswers(record, undefined)).toStrictEqual(['redrive', 'discard']);
  });

  it.each<[LetterState]>([['parking'], ['redriving'], ['closing'], ['closed']])(
    'a letter that is %s takes none',
    (state) => {
      expect(possibleAnswers(letterOf({ state, history: [entry('closed')] }), undefined)).toStrictEqual([]);
    },
  );

  it('a discard can be taken back, where there is something to try again', () => {
    const letter = { state: 'closed', history: [entry('discarded'), entry('closed')] } as const;

    expect(possibleAnswers(letterOf(letter), undefined)).toStrictEqual(['take-back']);
    expect(possibleAnswers(letterOf(letter, { work: null }), undefined)).toStrictEqual([]);
  });
});

const letterOf = (letter: Partial<Letter>, record: Partial<LetterRecord> = {}): LetterRecord =>
  aLetterRecord(record, letter);

const entry = (action: LetterHistory['action']): LetterHistory => ({
  at: '2026-12-02T10:00:00.000Z' as Instant,
  action,
  by: 'erika',
  why: '',
  changes: [],
});

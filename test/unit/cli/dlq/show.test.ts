import { describe, expect, it } from 'vitest';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLetter, aLiveDocument } from '../../../support/ledger-records.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import {
  aLook,
  anUnknownStep,
  aPaymentStep,
  parkLetterOf,
  parkUnknown,
  parkWithoutId,
} from '../../../support/undecided.ts';
import { makeWorld, type World } from '../../../support/world.ts';

describe('bridge dlq show of a document without an outcome', () => {
  it('puts what was sent beside what CO3 showed', async () => {
    const seen = [
      { id: '41', number: '2026/00041', totalMinor: 635_000, day: '2026-12-02' },
      { id: '40', number: '2026/00040', totalMinor: 99_000, day: '2026-12-01' },
    ];

    const { stdout } = await shown((world) => parkUnknown(world, anUnknownStep({ look: aLook({ seen }) })));

    expect(stdout).toMatch(/marker +test\/shopify:acme\.myshopify\.com\/1001\/invoice\/1 \(the first line/);
    expect(stdout).toMatch(/buyer +the contact 7 in CO3/);
    expect(stdout).toMatch(
      /where +number +CO3’s id +sum +when\n +sent +not known +not known +6350\.00 HUF +2026-12-02 09:30 UTC\n +in CO3 +2026\/00041 +41 +6350\.00 HUF, the same +2026-12-02\n +in CO3 +2026\/00040 +40 +990\.00 HUF +2026-12-01\n/,
    );
  });

  it('names no buyer', async () => {
    const { stdout } = await shown((world) => parkUnknown(world));

    expect(stdout).not.toMatch(/Minta|Anna|example\.com|Próba/);
  });

  it('says how far the search has come, and until when CO3 is watched', async () => {
    const { stdout } = await shown((world) => parkUnknown(world));

    expect(stdout).toMatch(/search +searched 3 times in vain, next 2026-12-02 10:40 UTC, until 2026-12-03 09:30 UTC\n/);
  });

  it('says so where CO3 showed nothing, or was not searched', async () => {
    const nothing = await shown((world) => parkUnknown(world, anUnknownStep({ look: aLook({ seen: [] }) })));
    const unsearched = await shown((world) => parkUnknown(world, anUnknownStep({ look: null })));

    expect(nothing.stdout).toContain('CO3 showed no other invoice of this buyer');
    expect(unsearched.stdout).toMatch(/search +CO3 was not searched for it/);
    expect(unsearched.stdout).not.toContain('CO3 showed no other invoice');
  });

  it('says why what a person named was not adopted', async () => {
    const look = aLook({ refusal: 'The invoice 2026/00040 cannot be adopted: it is in EUR.' });

    const { stdout } = await shown((world) => parkUnknown(world, anUnknownStep({ look })));

    expect(stdout).toMatch(/not adopted +The invoice 2026\/00040 cannot be adopted: it is in EUR\./);
  });

  it('gives both commands, to be pasted', async () => {
    const { stdout } = await shown((world) => parkUnknown(world), '--local');

    expect(stdout).toContain('  npx bridge dlq adopt letter-1 --local --as NUMBER\n');
    expect(stdout).toContain('certainly not there:\n  npx bridge dlq redrive letter-1 --local --send-again\n');
  });

  it('says from when on it may be sent again', async () => {
    const sentAt = Date.parse('2026-12-02T09:55:00Z');

    const { stdout } = await shown((world) => parkUnknown(world, anUnknownStep({ sentAt })));

    expect(stdout).toContain('certainly not there (from 2026-12-02 10:05 UTC on):');
  });

  it('gives no commands once a person has answered, and names what they said', async () => {
    const look = aLook({ adopt: { as: '2026/00041', by: 'anna' } });

    const { stdout } = await shown((world) =>
      parkLetterOf(world, {
        name: 'OutcomeUnknown',
        order: { steps: [anUnknownStep({ look })] },
        letter: { state: 'redriving' },
      }),
    );

    expect(stdout).toContain('; anna has named 2026/00041');
    expect(stdout).not.toMatch(/dlq (adopt|redrive)/);
  });

  it('shows none of it for a letter that its order has no more', async () => {
    const { stdout } = await shown((world) =>
      parkLetterOf(world, { name: 'OutcomeUnknown', order: { steps: [anUnknownStep()], letter: null } }),
    );

    expect(stdout).not.toContain('What is not known');
  });
});

it('bridge dlq show of an invoice without an id asks for its number alone', async () => {
  const { stdout } = await shown((world) => parkWithoutId(world));

  expect(stdout).toMatch(/buyer +the contact 7 in CO3/);
  expect(stdout).toContain('npx bridge dlq adopt letter-1 --as NUMBER');
  expect(stdout).not.toContain('--send-again');
});

it('bridge dlq show of a correction says what it corrects', async () => {
  const { stdout } = await shown((world) => {
    const { document } = anUnknownStep();
    return parkUnknown(
      world,
      anUnknownStep({ purpose: 'correction:1', document: document && { ...document, corrects: '42' } }),
    );
  });

  expect(stdout).toMatch(/what +correction:1\n/);
  expect(stdout).toMatch(/corrects +the invoice with the id 42/);
});

it('bridge dlq show of a payment shows the balances, and asks for no number', async () => {
  const step = aPaymentStep({
    payment: { invoiceId: '42', document: aLiveDocument().marker, amountMinor: 600_000, beforeMinor: 35_000 },
  });

  const { stdout } = await shown((world) => parkUnknown(world, step));

  expect(stdout).toMatch(/what +payment:1, on the invoice with the id 42\n/);
  expect(stdout).toMatch(/amount +6000\.00 HUF\n +paid before +350\.00 HUF\n +paid if done +6350\.00 HUF/);
  expect(stdout).toContain('npx bridge dlq redrive letter-1 --send-again');
  expect(stdout).not.toMatch(/dlq adopt|CO3’s id/);
});

it.each(['en', 'hu'] as const)('bridge dlq show names the letter in every command of its advice (%s)', async (lang) => {
  const advice = 'Use `bridge dlq adopt ID --as NUMBER` or `bridge dlq redrive ID --send-again`.';
  const error = { ...aLetter().error, advice: { en: '', hu: '', [lang]: advice } };

  const { stdout } = await shown(
    (world) => parkLetterOf(world, { name: 'InvalidEmail', letter: { error } }),
    '--local',
    '--lang',
    lang,
  );

  expect(stdout).toContain(
    'Use `npx bridge dlq adopt letter-1 --local --as NUMBER` or `npx bridge dlq redrive letter-1 --local --send-again`.',
  );
});

it.each([
  [1, 'once, 2026-12-02 10:00 UTC'],
  [2, '2 times, last 2026-12-02 10:00 UTC'],
])('bridge dlq show of a letter with %i tries says how often it was tried', async (count, words) => {
  const tries = { ...aLetter().tries, count };

  const { stdout } = await shown((world) => parkLetterOf(world, { name: 'NoBuyer', letter: { tries } }));

  expect(stdout).toMatch(new RegExp(`tried +${words}\n`));
});

const shown = async (park: (world: World) => Promise<string>, ...options: readonly string[]) => {
  const world = makeWorld({ transport: programmedCo3().transport });
  return makeCliBench(world).bridge('dlq', 'show', await park(world), ...options);
};

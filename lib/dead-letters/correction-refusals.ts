import type { Co3Error } from '../co3/codes.ts';
import { whatThereIs } from '../event/nearest.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { BUYER_PATHS, type CorrectionRule, ROW_NAMES } from './correction-rules.ts';
import type { Letter } from './letter.ts';
import type { LetterRefusal } from './letter-refusal.ts';
import { settingsLines } from './settings-lines.ts';

export const notCorrectable = (shop: ShopSettings, path: string, value: string): LetterRefusal => {
  if (path === 'settings.fxRate')
    return { why: 'not-correctable', text: 'The order is in the account’s own currency, so that it needs no rate.' };
  const lines = settingsLines(shop, path, '', value);
  if (lines !== null)
    return {
      why: 'settings-instead',
      text: `${path} is a setting of the shop and not a value of this order. Put this into infra/shops.yml (docs/settings.md says what is allowed), deploy, and redrive the letter:\n\n${lines}`,
    };
  if (AMOUNT.test(path))
    return {
      why: 'not-correctable',
      text: `${path} is money or a quantity, and that is the shop’s matter: an invoice bills what the shop says was bought. Correct the order in the shop, and it goes again by itself; or issue its invoice by hand in CO3 and discard the letter.`,
    };
  const [, row] = /^rows\.(\d+)\.(?:name|rates)$/.exec(path) ?? [];
  if (row !== undefined)
    return {
      why: 'not-correctable',
      text: `The order has no row ${row}. The first one is rows.0, as the letter counts.`,
    };
  return {
    why: 'not-correctable',
    text: `Nothing of this order can be corrected at ${path}; ${whatThereIs([path], PATHS)}.`,
  };
};

const AMOUNT = /^(totalMinor|currentTotalMinor|currency|refunds|rows\.\d+\.(?!name$|rates$).*)/;

const PATHS = [...BUYER_PATHS, ...ROW_NAMES.map((name) => `rows.N.${name}`), 'settings.payments', 'settings.fxRate'];

export const faultyValue = (path: string, { rule, allowed }: CorrectionRule): LetterRefusal => ({
  why: 'faulty-value',
  text: `${path} cannot be that. ${rule.en}${allowed.length === 0 ? '' : ` There are: ${allowed.join(', ')}.`}`,
});

export const namedTwice = (path: string): LetterRefusal => ({
  why: 'faulty-value',
  text: `${path} is named twice. Name each place once.`,
});

export const asItStands = (path: string, value: string): LetterRefusal => ({
  why: 'as-it-stands',
  text: value === '' ? `Nothing stands at ${path} already.` : `${value} stands at ${path} already.`,
});

export const changedMeanwhile = (path: string, value: string): LetterRefusal => ({
  why: 'changed-meanwhile',
  text: `At ${path} stands something else by now: ${value === '' ? 'nothing' : value}. The shop has sent it, or somebody else has corrected it. Look at the letter again before you correct it.`,
});

export const stillWrong = (path: string, { name, text }: Co3Error): LetterRefusal => ({
  why: 'still-wrong',
  text: `With that at ${path} the order would be the same kind of letter again (${name}): ${text}`,
});

export const beingTried = ({ id }: Letter): LetterRefusal => ({
  why: 'being-tried',
  text: `The order is being tried just now, and the letter may close by itself. Look at it again in some minutes with \`bridge dlq show ${id}\`, and correct it if it is still parked.`,
});

export const undecidedYet = ({ id }: Letter): LetterRefusal => ({
  why: 'outcome-unknown',
  text: `What was sent may be, or is, in CO3 as it was, and no correction changes that. Say first what CO3 has: \`bridge dlq show ${id}\` tells how.`,
});

export const notInSettings = ({ shop, account }: Letter): LetterRefusal => ({
  why: 'not-in-settings',
  text: `The order’s shop \`${shop}\` or its account \`${account}\` is not in the settings. Put it back into shops.yml.`,
});

export const NOT_AN_ORDER: LetterRefusal = {
  why: 'no-order',
  text: 'The letter is about no order, and only an order can be corrected here. Correct what it names in the shop, which sends it once more.',
};

export const NOTHING_NAMED: LetterRefusal = {
  why: 'faulty-value',
  text: 'Name at least one place with its new value: buyer.email=anna@example.hu.',
};

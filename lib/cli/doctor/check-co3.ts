import type { Comparison, ContractName } from '../../co3/compare-answer.ts';
import type { Examination, Examined, Lacking } from '../../deliver/examine/examine-co3.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Check, fine } from './check.ts';
import { FOOTING } from './footing-text.ts';

/** What the examination of an account's CO3 comes to for one shop. */
export const toCo3Checks = ({ failed, methods }: Examination, shop: ShopSettings): readonly Check[] => {
  const stopped: Check = { what: 'CO3', good: false, at: shop.account, says: failed, next: UNREACHED };
  if (methods.length === 0) return [{ ...stopped, what: 'CO3: signing in' }];
  return [
    fine('CO3: signing in', shop.account),
    ...methods.map((examined) => toCheck(examined, shop)),
    ...(failed === '' ? [] : [{ ...stopped, what: 'CO3: the other methods' }]),
  ];
};

const UNREACHED =
  'Look at the account’s secret, at the user in CO3 (Users & Settings) and at the network; `npx bridge lane list` says what a held lane waits for.';

const toCheck = (examined: Examined, shop: ShopSettings): Check => {
  const what = `CO3: ${examined.method}`;
  const at = `accounts.${shop.account}.contract`;
  switch (examined.kind) {
    case 'compared':
      return { ...fine(what, at), ...ofComparison(examined.comparison) };
    case 'not-asked':
      return { ...fine(what, at), says: `not asked: CO3 shows no ${examined.lacks}${WHY_NONE[examined.lacks]}` };
    case 'refused': {
      const { error } = examined;
      const why = error === null ? 'it is refused' : `it is refused: ${error.code ?? ''} ${error.name} (${error.text})`;
      if (!isNeeded(examined.method, shop)) return { ...fine(what, at), says: `${why}; this shop does not need it` };
      return { what, good: false, at, says: why, next: error?.advice.en ?? 'Look in CO3 why.' };
    }
    default:
      return examined satisfies never;
  }
};

const WHY_NONE: Readonly<Record<Lacking, string>> = {
  contact: '',
  invoice: ' of the last three months',
  product: '',
};

/** `getHistoryTypes` is a probe, whose refusal is an answer too. */
const isNeeded = (method: Examined['method'], shop: ShopSettings): boolean => {
  if (method === 'getHistoryTypes') return false;
  return (method !== 'getProduct' && method !== 'getStock') || keepsGoods(shop);
};

const ofComparison = ({ things, came, missing, needed, besides, words }: Comparison): Partial<Check> => {
  if (things === 0 && besides.length === 0) return { says: 'CO3 shows none, so no name is proven' };
  const says = [
    ...(missing.length === 0
      ? [`all ${came.length} names came`]
      : [`did not come: ${missing.map(nameText).join(', ')}`]),
    ...(words.length === 0
      ? []
      : [`words that we do not know: ${words.map(({ tag, word }) => `${tag} ${word}`).join(', ')}`]),
    ...(missing.length > 0 && besides.length > 0 ? [`came besides: ${besides.join(', ')}`] : []),
  ].join('; ');
  if (needed.length > 0)
    return {
      good: false,
      says,
      next: `The bridge needs ${needed.map(({ name }) => name).join(', ')}. What came besides shows how CO3 calls them: ${RENAME}`,
    };
  return words.length > 0 ? { good: false, says, next: `Give CO3’s words under \`values\`: ${RENAME}` } : { says };
};

const RENAME =
  'put the names into `contract` of the account (docs/settings.md, «When CO3 calls something otherwise») and look again.';

const nameText = ({ tag, name, footing }: ContractName): string =>
  `${tag === name ? name : `${tag} as ${name}`} (${FOOTING[footing]})`;

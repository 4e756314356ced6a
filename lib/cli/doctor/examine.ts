import { examineCo3 } from '../../deliver/examine/examine-co3.ts';
import { checkWebhooks } from '../../deliver/shop/keep-webhooks.ts';
import type { Settings, ShopSettings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import { contractOf } from '../contract-of.ts';
import type { Io, Place, Ports, Where } from '../io.ts';
import { whereText } from '../options.ts';
import { makeProgress } from '../view/progress.ts';
import type { Check } from './check.ts';
import { toClockChecks } from './check-clocks.ts';
import { toCo3Checks } from './check-co3.ts';
import { lookAtStack, notOpened } from './check-stack.ts';
import { toWebhookChecks } from './check-webhooks.ts';

export interface Examining {
  readonly place: Place;
  readonly settings: Settings;
  readonly shop: ShopSettings;
  /** Where its webhooks have to post to; null where nobody has said it. */
  readonly address: string | null;
  readonly where: Where;
}

export interface Examined {
  readonly checks: readonly Check[];
  /** Null where the stack could not be opened. */
  readonly ports: Ports | null;
}

export const ofAccount = (id: string): string => `secret of the account ${id}`;
export const ofShop = (id: string): string => `secret of the shop ${id}`;

/** Looks at all that stands around one shop: the stack, CO3, the clocks and the shop's webhooks. What a faulty secret would open is not asked. */
export const examine = async (io: Io, examining: Examining, secrets: readonly Check[]): Promise<Examined> => {
  const { place, shop, where } = examining;
  let ports: Ports;
  try {
    ports = await place.open();
  } catch (cause) {
    return { checks: [notOpened(cause)], ports: null };
  }
  const isGood = (what: string): boolean => secrets.some((check) => check.what === what && check.good);
  const stack = await lookAtStack({ ...ports, account: shop.account, where: whereText(where) });
  // Without its table there is neither lane nor pace to go by.
  if (!stack.every((check) => check.good || check.what !== 'table')) return { checks: stack, ports };
  const co3 = isGood(ofAccount(shop.account)) ? await examineAccount(io, ports, examining) : [];
  const webhooks = isGood(ofShop(shop.id)) ? await examineWebhooks(ports, examining) : [];
  const clocks = toClockChecks(ports.look.clockAheadMs(), ports.co3AheadMs());
  return { checks: [...stack, ...co3, ...clocks, ...webhooks], ports };
};

const examineAccount = async (io: Io, ports: Ports, { settings, shop }: Examining): Promise<readonly Check[]> => {
  const account = settings.accounts.get(shop.account);
  const contract = account && contractOf(account);
  // Settings that were checked name an account, with a contract that can be.
  if (account === undefined || !contract?.ok) return [];
  const progress = makeProgress(io.stderr, io.now);
  const asked = { account, contract: contract.value };
  const examination = await examineCo3({ ...ports, say: progress.say }, asked, (method, done, total) =>
    progress.show(`methods of CO3 asked, ${method} is next`, done, total),
  );
  progress.end();
  return toCo3Checks(examination, shop);
};

const examineWebhooks = async (ports: Ports, { place, shop, address, where }: Examining): Promise<readonly Check[]> => {
  const of = { shop, platform: platformOf(shop) };
  const outcome = await checkWebhooks({ ...ports, secrets: place.secrets }, of, address);
  const registers = `npx bridge webhooks register --shop ${shop.id}${whereText(where)} --url ${address ?? 'ADDRESS'}`;
  return toWebhookChecks(outcome, shop.id, registers);
};

import type { checkWebhooks } from '../../deliver/shop/keep-webhooks.ts';
import type { JudgedWebhook, WebhookState } from '../../shops/judge-webhooks.ts';
import { toTimeText } from '../view/time-text.ts';

export interface WebhookLine {
  readonly topic: string;
  readonly state: WebhookState;
  /** Where it posts to, empty where there is none. Nothing that may be a key is in it. */
  readonly address: string;
  readonly says: string;
}

export const toWebhookLine = ({ topic, state, webhook }: JudgedWebhook): WebhookLine => ({
  topic,
  state,
  address: webhook === null ? '' : withoutKeys(webhook.address),
  says: saysOf(state, webhook?.flaw ?? ''),
});

/** Of an address of ours, the query may be the key. */
const withoutKeys = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
};

const saysOf = (state: WebhookState, flaw: string): string => {
  switch (state) {
    case 'good':
      return '';
    case 'off':
      return 'it is switched off: the shop does that when its deliveries fail again and again';
    case 'flawed':
      return flaw;
    case 'elsewhere':
      return 'it posts to another address than this one';
    case 'missing':
      return 'it is not there';
    default:
      return state satisfies never;
  }
};

type NotAsked = Exclude<Awaited<ReturnType<typeof checkWebhooks>>, { kind: 'told' | 'no-api' | 'no-credentials' }>;

/** Why the shop's API told nothing, and what to do next. */
export const whyNotAsked = (outcome: NotAsked): string => {
  switch (outcome.kind) {
    case 'refused':
      return `The shop’s API was asked in vain: ${outcome.detail}. Look at \`api\` of the shop’s secret and at what it may do (docs/shops).`;
    case 'later':
      return `The shop’s API was asked in vain: ${outcome.detail}. ${
        outcome.until === null ? 'Try again in some minutes.' : `Try again after ${toTimeText(outcome.until)}.`
      }`;
    case 'unreadable':
      return `The shop’s API was asked in vain: ${outcome.detail}.`;
    case 'paused':
      return `The shop’s API is left alone until ${toTimeText(outcome.until)}: ${outcome.detail}. Try again then.`;
    default:
      return outcome satisfies never;
  }
};

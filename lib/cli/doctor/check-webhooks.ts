import type { checkWebhooks } from '../../deliver/shop/keep-webhooks.ts';
import { toWebhookLine, whyNotAsked } from '../webhooks/webhooks-text.ts';
import { type Check, fine } from './check.ts';

/** What the shop's API says of its webhooks; `registers` is the command that mends them. */
export const toWebhookChecks = (
  outcome: Awaited<ReturnType<typeof checkWebhooks>>,
  shop: string,
  registers: string,
): readonly Check[] => {
  const of = fine('webhooks', shop);
  switch (outcome.kind) {
    case 'no-api':
      return [{ ...of, says: 'not looked at: no API tells of them' }];
    case 'no-credentials':
      return [{ ...of, says: 'not looked at: the shop’s secret has no `api`' }];
    case 'told': {
      const { webhooks, refused } = outcome.value;
      const faults = webhooks.map(toWebhookLine).filter(({ state }) => state !== 'good');
      const next = `${registers}; \`webhooks check\` tells more.`;
      return [
        ...(refused === '' ? [] : [{ ...of, good: false, says: 'they would be refused', next: refused }]),
        ...faults.map(({ topic, address, says }) => ({
          what: `webhook ${topic}`,
          good: false,
          at: address,
          says,
          next,
        })),
        ...(refused === '' && faults.length === 0 ? [{ ...of, says: `all ${webhooks.length} are there` }] : []),
      ];
    }
    default:
      return [{ ...of, good: false, says: 'could not be looked at', next: whyNotAsked(outcome) }];
  }
};

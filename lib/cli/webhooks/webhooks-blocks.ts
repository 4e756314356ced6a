import type { Registration, WebhookReport } from '../../deliver/shop/keep-webhooks.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Block, bad, facts, good, table, text } from '../view/block.ts';
import { toWebhookLine } from './webhooks-text.ts';

/** What there is of the webhooks, and the command that mends it. */
export const checkedBlocks = (report: WebhookReport, registers: string): readonly Block[] => {
  const isMendable = report.webhooks.some(({ state }) => state !== 'good' && state !== 'flawed');
  return [
    ...stateBlocks(report),
    ...(isMendable ? [text(`Next, let them be made and switched on:\n  ${registers} --url ADDRESS`)] : []),
  ];
};

export const registeredBlocks = (registration: Registration): readonly Block[] => {
  const { done } = registration;
  return [
    ...(done.length === 0
      ? [text('Nothing was to be made or switched on.')]
      : [
          table(
            ['topic', 'what was done', 'why not'],
            done.map(({ topic, did, detail }) => [topic, DID[did], detail === '' ? '—' : detail]),
          ),
        ]),
    ...stateBlocks(registration),
  ];
};

const DID = { made: 'made', 'turned-on': 'switched on', failed: 'NOTHING' } as const;

interface ByHand {
  readonly shop: ShopSettings;
  readonly address: string | null;
  readonly why: 'no-api' | 'no-credentials';
  readonly byHand: string;
  readonly topics: readonly string[];
}

/** What to click where nobody can be asked. */
export const byHandBlocks = ({ shop, address, why, byHand, topics }: ByHand): readonly Block[] => [
  bad(
    why === 'no-api'
      ? `A shop of the kind ${shop.platform} has no API that tells of webhooks, so nothing was looked at.`
      : `The shop’s secret has no \`api\`, so nothing was looked at. docs/shops/${shop.platform}.md says which credentials go there.`,
  ),
  text(byHand),
  facts(
    ['address', address ?? `https://….amazonaws.com/webhooks/${shop.id}, as \`serverless deploy\` printed it`],
    ['topics', topics.length === 0 ? 'whatever the sender has' : topics.join(', ')],
  ),
];

const stateBlocks = ({ webhooks, refused, unseen }: WebhookReport): readonly Block[] => {
  const lines = webhooks.map(toWebhookLine);
  const faults = lines.filter(({ state }) => state !== 'good');
  return [
    table(
      ['topic', 'state', 'posts to', 'what there is to say'],
      lines.map(({ topic, state, address, says }) => [
        topic,
        state === 'good' ? 'good' : state.toUpperCase(),
        address === '' ? '—' : address,
        says === '' ? '—' : says,
      ]),
    ),
    ...(refused === '' ? [] : [bad(`They would be refused. ${refused}`)]),
    faults.length === 0
      ? good('All webhooks are there.')
      : bad(
          faults.length === 1 ? 'One webhook is not as it has to be.' : `${faults.length} are not as they have to be.`,
        ),
    ...(faults.some(({ state }) => state === 'flawed')
      ? [
          text(
            'Those that are FLAWED were made so on purpose: mend them where they were made, or take them away and register them anew.',
          ),
        ]
      : []),
    ...(unseen === '' ? [] : [text(unseen)]),
  ];
};

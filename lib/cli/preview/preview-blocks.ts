import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Block, bad, good, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';
import { reasonText } from '../view/reason-text.ts';
import { callsBlocks } from './calls-blocks.ts';
import type { OrderPreview } from './preview-order.ts';
import { snapshotFacts } from './snapshot-facts.ts';

export const previewBlocks = (order: OrderSnapshot, preview: OrderPreview, lang: Language): readonly Block[] => [
  title('Snapshot'),
  snapshotFacts(order),
  title('What would happen'),
  ...verdict(preview),
  ...(preview.letter === null ? [] : errorBlocks(preview.letter, lang)),
  ...(preview.sent === null ? [] : callsBlocks(preview.sent, lang)),
];

const verdict = ({ due, mode, letter, sent }: OrderPreview): readonly Block[] => {
  if (!due.due)
    return [
      text(`Nothing is sent: ${reasonText(due.reason)} (${due.reason}).`),
      ...(letter === null ? [] : [bad('Once it were due, it would become this letter:')]),
      ...(sent === null ? [] : [text('Once it were due, this would follow:')]),
    ];
  if (letter !== null) return [bad('It becomes a letter; nothing is sent to CO3:')];
  if (sent === null) return [text('Nothing is sent: nothing is owed.')];
  return [{ on: good(ON), supervised: text(SUPERVISED), shadow: text(SHADOW) }[mode]];
};

const ON = 'Its invoice is sent to CO3, the buyer’s contact first.';
const SUPERVISED = 'The shop is supervised: what follows waits for `bridge order … --release`, then it is sent.';
const SHADOW = 'The shop is in shadow: nothing is sent. What follows is what would be.';

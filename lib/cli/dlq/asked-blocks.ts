import type { AskedFact, AskRefusal } from '../../dead-letters/ask-co3.ts';
import type { Result } from '../../event/result.ts';
import { type Block, bad, facts, text, title } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';

/** What CO3 has said about a letter just now. */
export const askedBlocks = (asked: Result<readonly AskedFact[], AskRefusal>, lang: Language): readonly Block[] => [
  title('What CO3 says now'),
  asked.ok
    ? facts(...asked.value.map(({ label, value }) => [label[lang], value[lang]] as const))
    : bad(asked.problem.text[lang]),
];

/** That CO3 can be asked, and how. */
export const askableBlocks = (id: string, whereText: string): readonly Block[] => [
  text(`CO3 can be asked how that stands there now:\n  npx bridge dlq show ${id}${whereText} --ask-co3`),
];

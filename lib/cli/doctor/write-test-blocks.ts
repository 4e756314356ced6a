import type { SentName } from '../../co3/compare-sent.ts';
import type { WriteReport } from '../../deliver/write-test/write-test.ts';
import { type Block, bad, facts, good, table, text, title } from '../view/block.ts';
import { FOOTING } from './footing-text.ts';

/** Whether all that was tried is as the contract has it, as far as the bridge needs it. */
export const holdsAll = ({ stopped, names, facts: tested }: WriteReport): boolean =>
  stopped === '' && names.every(isEnough) && tested.every(({ holds }) => holds);

/** What was made, and which assumed names hold. */
export const writeTestBlocks = (report: WriteReport, account: string): readonly Block[] => {
  const { made, names, facts: tested, untried, stopped, left } = report;
  return [
    title(`${account}: what CO3 makes of what it is sent`),
    facts(...made.map(({ what, id, number }) => [what, number === '' ? `id ${id}` : `${number} (id ${id})`] as const), [
      'names not tried',
      untried.map(({ method, tags }) => `${method}: ${tags.join(', ')}`).join('; '),
    ]),
    ...(names.length === 0
      ? []
      : [
          table(
            ['name', 'footing', 'holds', 'what there is to say'],
            names.map((name) => [nameText(name), FOOTING[name.footing], VERDICT[name.verdict], saysOf(name)]),
          ),
        ]),
    ...(tested.length === 0
      ? []
      : [
          table(
            ['assumed', 'holds', 'what CO3 does instead'],
            tested.map(({ what, holds, says }) => [what, holds ? 'yes' : 'NO', says === '' ? '—' : says]),
          ),
        ]),
    ...(stopped === '' ? [] : [bad(`It went no further. ${stopped}`)]),
    ...(left === '' ? [] : [bad(left)]),
    holdsAll(report)
      ? good('All names that were tried hold. The contact stays in CO3; the invoice is cancelled.')
      : text(
          'A name that does not hold is put right in `contract` of the account (docs/settings.md, «When CO3 calls something otherwise»); `npx bridge doctor --shop` shows what CO3’s answers have besides.',
        ),
  ];
};

const VERDICT = { holds: 'yes', cut: 'in part', other: 'NO', absent: 'NO' } as const satisfies Record<
  SentName['verdict'],
  string
>;

const isEnough = ({ verdict }: SentName): boolean => verdict === 'holds' || verdict === 'cut';

const nameText = ({ method, tag, name }: SentName): string =>
  tag === name ? `${method} ${tag}` : `${method} ${tag} as ${name}`;

const saysOf = ({ tag, verdict, shown }: SentName): string => {
  switch (verdict) {
    case 'holds':
      return '—';
    case 'cut':
      return 'the first line is kept, and that is what the bridge needs';
    case 'other':
      return `CO3 shows ${shown}`;
    case 'absent':
      return tag === 'comment'
        ? 'CO3 keeps no comments, so no document can be found again: set `assumptions: { commentKept: false }`'
        : 'CO3 shows nothing under that name';
    default:
      return verdict satisfies never;
  }
};

import type { FixedBy, Scope } from './codes/row.ts';
import { type Bilingual, CO3_CODES, type Co3Code } from './codes.ts';
import { docsOf } from './decode.ts';
import { OWN_PROBLEMS, type OwnProblem } from './own-problems.ts';
import { pathOf } from './paths.ts';

/** The page docs/errors.md, written from the catalogue. */
export const toErrorsPage = (): string => {
  const rows: readonly (readonly [number, Co3Code])[] = Object.entries(CO3_CODES).map(([code, row]) => [
    Number(code),
    row,
  ]);
  const own: readonly (readonly [string, OwnProblem])[] = Object.entries(OWN_PROBLEMS);
  return [
    LEAD,
    '## Overview',
    table(rows, own),
    ...rows.map(([code, row]) => codeSection(code, row)),
    '## Reasons of our own',
    'These letters bear no number of CO3’s: the bridge itself could not go on, or CO3 said something that is not on its error page.',
    ...own.map(([name, problem]) => ownSection(name, problem)),
  ]
    .join('\n\n')
    .concat('\n');
};

const LEAD = `# What CO3 refuses, and what to do then

Written from the catalogue in lib/co3/codes by \`npm run docs:errors\`; change it there.

CO3 answers a refused call with a number. It has then done nothing, so the call may be made again once the cause is mended.
What cannot mend itself waits as a letter: \`bridge dlq list\` names them all, \`bridge dlq show ID\` tells one letter's story,
\`bridge dlq redrive ID\` lets it go again. An order that is corrected in the shop comes again by itself, and its letter closes.
One that cannot be is corrected with \`bridge dlq correct ID PATH=VALUE\`, by the field that the letter points at.
Where nobody knows whether CO3 has a document, \`bridge dlq adopt ID --as NUMBER\` names the one that a person has found there.
What was settled otherwise is closed for good by \`bridge dlq discard ID --reason TEXT\`.`;

const SCOPES: Readonly<Record<Scope, string>> = {
  call: 'Only this call stops; nobody else notices.',
  message: 'Only this order (or product, or stock level) stops; the next one goes on.',
  lane: 'The whole CO3 account stops until a probe is answered. No order becomes a letter for it, and nothing is lost.',
};

const MENDERS: Readonly<Record<FixedBy, string>> = {
  'buyer-data': 'Whoever corrects the order or the product in the shop',
  settings: 'Whoever keeps the shop’s settings (infra/shops.yml)',
  'co3-admin': 'Whoever administers the CO3 account',
  accountant: 'The accountant',
  developer: 'A developer',
};

const table = (
  rows: readonly (readonly [number, Co3Code])[],
  own: readonly (readonly [string, OwnProblem])[],
): string =>
  [
    '| code | name | in short | stops | who mends it |',
    '|---|---|---|---|---|',
    ...rows.map(([code, row]) => {
      const anchor = docsOf(code, row).replace('docs/errors.md', '');
      return `| ${code} | [${row.name}](${anchor}) | ${row.title.en} | ${row.scope} | ${row.fixedBy ?? '—'} |`;
    }),
    ...own.map(
      ([name, { title, docs, fixedBy }]) =>
        `| | [${name}](${docs.replace('docs/errors.md', '')}) | ${title.en} | message | ${fixedBy} |`,
    ),
  ].join('\n');

const codeSection = (code: number, row: Co3Code): string =>
  [
    `## ${code} ${row.name}`,
    titleText(row.title),
    `> ${row.text}${row.tail === 'none' || listsInText(row) ? '' : ' …'}`,
    [
      `- **Module:** ${row.module}`,
      `- **What stops:** ${SCOPES[row.scope]}`,
      `- **Who mends it:** ${row.fixedBy === null ? 'Nobody needs to' : MENDERS[row.fixedBy]}${row.alarm ? '; an alarm is raised as well' : ''}`,
      `- **Points at:** ${pointsText(row)}`,
      ...(row.allowed.length > 0 ? [`- **Allowed:** ${row.allowed.map(quoted).join(', ')}`] : []),
      `- **What the bridge does:** ${row.handling}`,
    ].join('\n'),
    adviceText(row.advice),
  ].join('\n\n');

const ownSection = (name: string, problem: OwnProblem): string =>
  [
    `## ${name}`,
    titleText(problem.title),
    `${problem.means.en}\n\n${problem.means.hu}`,
    `- **What stops:** ${SCOPES.message}\n- **Who mends it:** ${MENDERS[problem.fixedBy]}${problem.alarm ? '; an alarm is raised as well' : ''}`,
    adviceText(problem.advice),
  ].join('\n\n');

const titleText = ({ en, hu }: Bilingual): string => `**${en}** / **${hu}**`;

const adviceText = ({ en, hu }: Bilingual): string => `**What to do:** ${en}\n\n**Teendő:** ${hu}`;

const listsInText = (row: Co3Code): boolean => row.tail === 'allowed' && !row.text.endsWith(':');

const pointsText = (row: Co3Code): string => {
  const tags = Object.entries(row.points).flatMap(([method, named]) =>
    named.map((tag) => `${tagText(method, tag)}${method === 'any' ? '' : ` in ${method}`}`),
  );
  const places = row.places.map((place) => quoted(place.replace('{method}', 'METHOD')));
  const tail = row.tail === 'field' ? ['the field that CO3 names at the end of its text'] : [];
  const all = [...tail, ...tags, ...places];
  return all.length === 0 ? 'the call as a whole' : all.join(', ');
};

const tagText = (method: string, tag: string): string => {
  const path = pathOf(method === 'any' ? 'setInvoice' : method, tag, null);
  return path === '' ? quoted(tag) : `${quoted(tag)} (${quoted(path)})`;
};

const quoted = (text: string): string => `\`${text}\``;

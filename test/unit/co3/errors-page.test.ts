import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CO3_CODES, type Co3Code } from '../../../lib/co3/codes.ts';
import { docsOf } from '../../../lib/co3/decode.ts';
import { toErrorsPage } from '../../../lib/co3/errors-page.ts';
import { OWN_PROBLEMS } from '../../../lib/co3/own-problems.ts';

it('is docs/errors.md', () => {
  const file = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

  const page = toErrorsPage();

  expect(file === page, 'docs/errors.md differs from the catalogue: run `npm run docs:errors` and commit it').toBe(
    true,
  );
});

it('has a section for every link that an error bears, and a link for every section of an error', () => {
  const rows: readonly (readonly [string, Co3Code])[] = Object.entries(CO3_CODES);
  const links = [
    ...rows.map(([code, row]) => docsOf(Number(code), row)),
    ...Object.values(OWN_PROBLEMS).map(({ docs }) => docs),
  ];

  const anchors = [...toErrorsPage().matchAll(/^## (.+)$/gm)].map(
    ([, heading]) => `docs/errors.md#${slug(heading ?? '')}`,
  );

  expect(anchors.filter((anchor) => !NOT_ERRORS.has(anchor))).toStrictEqual(links);
});

it('gives of a code CO3’s text, who mends it, the field, what is allowed, and both advices', () => {
  const section = /## 303 [\s\S]*?(?=\n## )/.exec(toErrorsPage())?.[0] ?? '';

  expect(section).toContain(`**${CO3_CODES[303].title.en}** / **${CO3_CODES[303].title.hu}**`);
  expect(section).toContain('> Error in "method" field. The valid values are the following: transfer,');
  expect(section).toContain('**Who mends it:** Whoever keeps the shop’s settings');
  expect(section).toContain('**Points at:** `method` (`settings.payments`)');
  expect(section).toContain('**Allowed:** `transfer`, `cash`');
  expect(section).toContain(`**What to do:** ${CO3_CODES[303].advice.en}`);
  expect(section).toContain(`**Teendő:** ${CO3_CODES[303].advice.hu}`);
});

it('gives of a reason of our own what it means, in both languages', () => {
  const section = /## NoBuyer\n[\s\S]*?(?=\n## )/.exec(toErrorsPage())?.[0] ?? '';

  expect(section).toContain(`**${OWN_PROBLEMS.NoBuyer.title.en}** / **${OWN_PROBLEMS.NoBuyer.title.hu}**`);
  expect(section).toContain(OWN_PROBLEMS.NoBuyer.means.en);
  expect(section).toContain(OWN_PROBLEMS.NoBuyer.means.hu);
});

const NOT_ERRORS = new Set(['docs/errors.md#overview', 'docs/errors.md#reasons-of-our-own']);

/** As GitHub makes an anchor of a heading. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

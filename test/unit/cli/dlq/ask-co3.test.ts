import { expect, it } from 'vitest';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { type ProgrammedCo3, programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered, refused } from '../../../support/scripted-co3.ts';
import { parkLetterOf } from '../../../support/undecided.ts';
import { makeWorld } from '../../../support/world.ts';

it.each([
  ['en', 'contact categories in CO3 +Webshop, Ügyfél'],
  ['hu', 'partnerkategóriák a CO3-ban +Webshop, Ügyfél'],
])('bridge dlq show --ask-co3 shows what CO3 has now (%s)', async (lang, row) => {
  const { code, stdout } = await shown('InvalidContactCategories', listing(), '--ask-co3', '--lang', lang);

  expect(code).toBe(0);
  expect(stdout).toContain('What CO3 says now');
  expect(stdout).toMatch(new RegExp(row));
  expect(stdout).not.toContain('--ask-co3');
});

it('bridge dlq show --ask-co3 puts it beside the letter in JSON', async () => {
  const { stdout } = await shown('InvalidContactCategories', listing(), '--ask-co3', '--json');

  expect(JSON.parse(stdout)).toMatchObject({
    id: 'letter-1',
    asked: { facts: [{ path: 'settings.contactCategories', allowed: ['Webshop', 'Ügyfél'] }, {}] },
  });
});

it('bridge dlq show --ask-co3 shows the letter all the same where CO3 is not read, and ends with 1', async () => {
  const { code, stdout } = await shown('InvalidContactCategories', refusing(18), '--ask-co3');

  expect(code).toBe(1);
  expect(stdout).toContain('Letter letter-1');
  expect(stdout).toContain('CO3 does not let that be read.');
});

it('bridge dlq show --ask-co3 takes escape sequences out of what CO3 says', async () => {
  const hostile = programmedCo3((method) =>
    method === 'getContactCategories'
      ? answered('<contact_category_name>A&#x9b;31m\u202eB</contact_category_name>')
      : undefined,
  );

  const { stdout } = await shown('InvalidContactCategories', hostile, '--ask-co3');

  expect(stdout).toMatch(/contact categories in CO3 +AB\n/);
});

it('bridge dlq show asks nothing by itself, and says that it can be asked', async () => {
  const co3 = listing();

  const { stdout } = await shown('InvalidContactCategories', co3, '--local');

  expect(stdout).toContain('npx bridge dlq show letter-1 --local --ask-co3\n');
  expect(co3.methods()).toStrictEqual([]);
});

it('bridge dlq show says so of no letter that CO3 has nothing to tell of', async () => {
  const { stdout } = await shown('NoBuyer', programmedCo3());

  expect(stdout).not.toContain('--ask-co3');
});

const listing = (): ProgrammedCo3 =>
  programmedCo3((method) =>
    method === 'getContactCategories'
      ? answered(
          '<contact_category_name>Webshop</contact_category_name><contact_category_name>Ügyfél</contact_category_name>',
        )
      : undefined,
  );

const refusing = (code: number): ProgrammedCo3 =>
  programmedCo3((method) => (method === 'getContactCategories' ? refused(code) : undefined));

const shown = async (name: string, { transport }: ProgrammedCo3, ...options: readonly string[]) => {
  const world = makeWorld({ transport });
  return makeCliBench(world).bridge('dlq', 'show', await parkLetterOf(world, { name }), ...options);
};

import { describe, expect, it } from 'vitest';
import type { LaneRecord } from '../../../../lib/deliver/lane-records.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aLaneRecord } from '../../../support/ledger-records.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered, noAnswer, refused, type Scripted } from '../../../support/scripted-co3.ts';
import { makeWorld, START } from '../../../support/world.ts';

const IMPORT = ['contacts', 'import', '--account', 'acme', '--stage', 'test'];

describe('bridge contacts import', () => {
  it('says how many contacts are known, how many names stand twice, and what that is for', async () => {
    const { bridge, co3, world } = benchOf(
      listOf([1, 'Minta Anna'], [2, 'Anna Minta'], [3, 'Kiss Béla'], [4, ''], [5, 'Minta Anna']),
    );

    const { code, stdout, stderr } = await bridge(...IMPORT);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(stdout).toMatch(/known by name +4 contacts/);
    expect(stdout).toMatch(/left out +1 contact without a name/);
    expect(stdout).toMatch(/names that stand twice +1\n/);
    expect(stdout).toContain('1, 2, 5');
    expect(stdout).toContain('is looked for among them before CO3 gets a new contact');
    expect(stdout).not.toContain('Minta');
    expect(co3.methods()).toStrictEqual(['authenticate', 'getContacts']);
    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ lease: null, hold: null });
  });

  it('gives the same as JSON', async () => {
    const { bridge } = benchOf(listOf([1, 'Minta Anna'], [2, 'Kiss Béla']));

    const { code, stdout } = await bridge(...IMPORT, '--json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({ account: 'acme', contacts: 2, leftOut: 0, namesakes: [] });
  });

  it.each<[string, Scripted, string]>([
    ['may not be read', refused(18, 'Standard permission error'), 'PermissionDenied (Standard permission error).'],
    ['are not answered', noAnswer, 'CO3 gave no answer'],
    ['are refused with the account', refused(7, 'Authentication error'), 'AuthenticationFailed'],
    ['are none', answered('<contacts></contacts>'), 'CO3 lists no contact.'],
    [
      'have other tags',
      answered('<contact><id>1</id></contact>'),
      'docs/settings.md, «When CO3 calls something otherwise»',
    ],
  ])('that %s leaves what an earlier one has read, and says why and what to do', async (_, answer, why) => {
    const answers = [listOf([1, 'Minta Anna']), ...Array.from({ length: 5 }, () => answer)];
    const { bridge, world } = benchOf(() => answers.shift());
    await bridge(...IMPORT);
    const before = [world.ledger.all('contact-import'), world.ledger.all('names')];

    const { code, stdout, stderr } = await bridge(...IMPORT);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain('Nothing was imported.');
    expect(stderr).toContain(why);
    expect(stderr).toContain('start once more');
    expect([world.ledger.all('contact-import'), world.ledger.all('names')]).toStrictEqual(before);
    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ lease: null, hold: null });
  });

  it('for an account that there is not says which there are', async () => {
    const { bridge, co3 } = benchOf(listOf());

    const { code, stderr } = await bridge('contacts', 'import', '--account', 'nobody');

    expect(code).toBe(2);
    expect(stderr).toBe('There is no account `nobody` in the settings; there are: acme.\n');
    expect(co3.calls).toStrictEqual([]);
  });

  it('at a terminal tells how far it is, and of a worker in its way', async () => {
    const { bridge, put } = benchOf(listOf([1, 'Minta Anna']), { tty: true, columns: 100 });
    await put({ lease: { id: 'a-worker', until: START + 10_000 } });

    const { stderr } = await bridge(...IMPORT);

    expect(stderr).toContain('A worker is at the account acme; waiting for it.\n');
    expect(stderr).toContain('128 of 256 parts of the names written');
  });
});

const listOf = (...contacts: readonly (readonly [number, string])[]): Scripted =>
  answered(
    `<contacts>${contacts
      .map(([id, name]) => `<contact><contact_id>${id}</contact_id><contact_name>${name}</contact_name></contact>`)
      .join('')}</contacts>`,
  );

const benchOf = (list: Scripted | (() => Scripted | undefined), options: CliOptions = {}) => {
  const answer = typeof list === 'function' ? list : () => list;
  const co3 = programmedCo3((method) => (method === 'getContacts' ? answer() : undefined));
  const world = makeWorld({ transport: co3.transport });
  const put = (state: Partial<LaneRecord>) =>
    updateRecord(world.deps, 'lane', 'acme', (known) => ({ ...(known ?? aLaneRecord()), ...state }));
  return { world, co3, put, ...makeCliBench(world, options) };
};

import { expect, it } from 'vitest';
import { toContract } from '../../lib/co3/contract-overrides.ts';
import { examineCo3 } from '../../lib/deliver/examine/examine-co3.ts';
import { runWriteTest } from '../../lib/deliver/write-test/write-test.ts';
import type { AccountSettings } from '../../lib/settings/settings.ts';
import { anAccount, anOrder, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import type { World } from '../support/world.ts';

/** A CO3 that calls some things otherwise than we assume, the worst dialect of the simulator besides. */
const STRANGE = {
  seed: 7,
  names: { contact_email: 'email', gross: 'brutto', unit: 'me', comment: 'megjegyzes', contact_name: 'partner' },
  dialect: { acknowledges: 'id', idTag: 'id', depth: 3, text: 'escaped', whitespace: true, comment: 'whole' },
} as const;

const MENDED = {
  getContacts: { tags: { contact_name: 'partner' } },
  getContact: { tags: { contact_email: 'email' } },
  setContact: { tags: { contact_email: 'email' } },
  getInvoices: { tags: { gross: 'brutto' } },
  getInvoice: { tags: { gross: 'brutto', unit: 'me', comment: 'megjegyzes' } },
  setInvoice: { tags: { unit: 'me', comment: 'megjegyzes' } },
};

it('a CO3 that calls things otherwise is found out on a trial account, and invoices once the contract has its names', async () => {
  const trial = makeSimulatedWorld({ ...STRANGE, dialect: { ...STRANGE.dialect, forintDecimals: 2 } });

  const first = await tryOut(trial, anAccount());

  expect(first.notHolding).toStrictEqual(['contact_email', 'comment', 'unit']);
  expect(first.factsNotHolding).toStrictEqual([
    'getContacts lists the contact',
    'CO3 reckons the sum of the invoice as we do',
    'CO3 reckons the sum of the storno as we do',
  ]);
  expect(first.besides).toStrictEqual(['partner', 'email', 'brutto', 'order_reference', 'megjegyzes', 'me']);

  const account = anAccount({ contract: MENDED });
  const second = await tryOut(trial, account);

  expect([second.notHolding, second.factsNotHolding, second.missing]).toStrictEqual([[], [], []]);
  expect(invoicesOf(trial.co3).map(({ status }) => status)).toStrictEqual([
    'cancelled',
    'storno',
    'cancelled',
    'storno',
  ]);

  const atWork = makeSimulatedWorld({
    ...STRANGE,
    dialect: { ...STRANGE.dialect, forintDecimals: 2 },
    accounts: [account],
  });
  await atWork.arrive(anOrder());
  await atWork.deliver();
  await atWork.pass(5 * 60_000);

  expect(atWork.order()).toMatchObject({ reason: 'Invoiced', letter: null });
  expect(atWork.ledger.all('lane')[0]?.proof.provenAt).not.toBeNull();
});

/** The test of writing, then a look at what CO3 answers, as a person makes them. */
async function tryOut(world: World, account: AccountSettings) {
  const contract = toContract(account.contract);
  if (!contract.ok) throw new Error(contract.problem);
  const deps = { ...world.deps, say: () => undefined };
  const of = { account, contract: contract.value };
  const report = await runWriteTest(deps, { ...of, shop: aShop() }, () => undefined);
  if (!report.ok) throw new Error(report.problem);
  expect(report.value.stopped).toBe('');
  const { methods } = await examineCo3(deps, of, () => undefined);
  const comparisons = methods.flatMap((one) => (one.kind === 'compared' ? [one.comparison] : []));
  return {
    notHolding: report.value.names.filter(({ verdict }) => verdict !== 'holds').map(({ tag }) => tag),
    factsNotHolding: report.value.facts.filter(({ holds }) => !holds).map(({ what }) => what),
    besides: [...new Set(comparisons.flatMap(({ besides }) => besides))],
    missing: comparisons.flatMap(({ missing }) => missing.map(({ tag }) => tag)),
  };
}

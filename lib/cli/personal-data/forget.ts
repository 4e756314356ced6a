import type { KeptOfPerson } from '../../deliver/personal-data/find-person.ts';
import { type Forgotten, forgetPerson } from '../../deliver/personal-data/forget.ts';
import { restsSince } from '../../deliver/personal-data/resting.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { withPlace } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { type Block, bad, good, table, text } from '../view/block.ts';
import { standingText } from '../view/reason-text.ts';
import { findKept, type WhoseOptions, withWhose } from './whose.ts';

type ForgetOptions = WhoseOptions & { readonly yes?: boolean };

export const addForget: Register = (program, use) => {
  const command = withWhose(
    program
      .command('forget')
      .description('take a buyer’s data out of finished orders and closed letters; ids, figures and documents stay'),
  ).option('--yes', 'do it; without it only what would be done is shown');
  withExample(
    withPlace(command),
    'forget --email anna@example.hu --stage prod',
    'forget --email anna@example.hu --stage prod --yes',
  ).action((options: ForgetOptions) => use((io) => forget(io, options), options));
};

const forget = async (io: Io, options: ForgetOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const found = await findKept(io, opened.value, options);
  if (!found.ok) return found;
  const kept = found.value;
  if (kept.orders.length + kept.letters.length === 0)
    return shown({ orders: [], letters: [], forgotten: null }, [text(NOTHING)], 1);
  const forgotten = options.yes === true ? await forgetPerson(opened.value.ports, kept) : null;
  return shown({ ...toShown(kept), forgotten }, [
    ...keptBlocks(kept),
    ...(forgotten === null
      ? [text('Nothing is changed. The same with --yes does it; it cannot be undone.')]
      : endBlocks(forgotten)),
    text(ELSEWHERE),
  ]);
};

const NOTHING = 'Nothing is kept of that person that is not cleared already.';
const ELSEWHERE =
  'CO3 and the shop keep what they have: invoices by law. Backups of the table hold it for 35 days more, logs hold none of it.';

const toShown = ({ orders, letters }: KeptOfPerson) => ({
  orders: orders.map((order) => ({
    ...{ key: order.key, shop: order.shop, number: order.number, status: order.status, reason: order.reason },
    ...{ clearedAt: order.personal.clearedAt, restsSince: restsSince(order) },
  })),
  letters: letters.map((letter) => ({
    ...{ id: letter.key, shop: letter.letter.shop, state: letter.letter.state },
    ...{ clearedAt: letter.personal.clearedAt, restsSince: restsSince(letter) },
  })),
});

const keptBlocks = ({ orders, letters }: KeptOfPerson): readonly Block[] => [
  table(
    ['what', 'shop', 'stands', 'its data'],
    [
      ...orders.map((order) => [
        `order ${order.number}`,
        order.shop,
        standingText(order),
        whatBecomes(order.personal.clearedAt, restsSince(order) !== null),
      ]),
      ...letters.map((letter) => [
        `letter ${letter.key}`,
        letter.letter.shop,
        letter.letter.state,
        whatBecomes(letter.personal.clearedAt, restsSince(letter) !== null),
      ]),
    ],
  ),
];

const whatBecomes = (clearedAt: string | null, rests: boolean): string => {
  if (clearedAt !== null) return 'were cleared';
  return rests ? 'can go at once' : 'go once nothing more is to be done';
};

const endBlocks = ({ cleared, later }: Forgotten): readonly Block[] => [
  good(`Cleared: ${cleared.length} of ${cleared.length + later.length}.`),
  ...(later.length === 0
    ? []
    : [
        bad(
          `${later.length} are still being worked on, or wait for a person: they are cleared by themselves as soon as they are done with. Mend or discard their letters, release the orders, or let the shop cancel them.`,
        ),
      ]),
];

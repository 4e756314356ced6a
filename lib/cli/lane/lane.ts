import { readLanes, toLaneLine } from '../../deliver/lane-line.ts';
import { ADDRESS_LANE, emptyLane, resumed, withHold } from '../../deliver/lane-state.ts';
import { updateRecord } from '../../deliver/update-record.ts';
import { whatThereIs } from '../../event/nearest.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Io, Where } from '../io.ts';
import { open } from '../open.ts';
import { type LangOptions, type PlaceOptions, whereText, withLang, withPlace } from '../options.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { good } from '../view/block.ts';
import { laneBlocks } from './lane-blocks.ts';

type LaneOptions = PlaceOptions & LangOptions & { readonly json?: boolean };

export const addLane: Register = (program, use) => {
  const lane = program
    .command('lane')
    .description('the accounts’ lanes: one worker each, held when CO3 stops an account');
  withExample(
    withLang(withPlace(lane.command('list').description('which lanes are free, working or held, and why'))),
    'lane list',
  ).action((options: LaneOptions) => use((io) => list(io, options), options));
  withExample(
    withPlace(
      lane
        .command('hold')
        .description('send nothing more to CO3 for an account, until it is resumed')
        .argument('<account>', 'the account’s name in shops.yml, or * for all'),
    ),
    'lane hold acme',
  ).action((account: string, options: LaneOptions) => use((io) => hold(io, account, options), options));
  withExample(
    withPlace(
      lane
        .command('resume')
        .description('take the hold off an account’s lane, whatever it was for but a ledger that has forgotten')
        .argument('<account>', 'the account’s name in shops.yml, or * for all'),
    ),
    'lane resume acme',
  ).action((account: string, options: LaneOptions) => use((io) => resume(io, account, options), options));
};

const list = async (io: Io, options: LaneOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings } = opened.value;
  const now = io.now();
  const lines = (await readLanes(ports.ledger, settings, now)).map(({ line }) => line);
  return shown(lines, laneBlocks(lines, now, options.lang));
};

const hold = async (io: Io, account: string, options: LaneOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  if (!isLane(settings, account)) return unknownAccount(settings, account);
  const now = io.now();
  let wasHeld = false;
  let isLost = false;
  const lane = await updateRecord(ports, 'lane', account, (known) => {
    wasHeld = known?.hold?.reason === 'by-hand';
    isLost = known?.hold?.reason === 'ledger-lost';
    return wasHeld || isLost
      ? known
      : withHold(known ?? emptyLane(), { reason: 'by-hand', code: null, method: null }, now);
  });
  if (isLost) return waitsForRebuild(account, where);
  const resumeHint = `npx bridge lane resume '${account}'${whereText(where)}`;
  if (wasHeld) return refused(`The lane of ${account} is held by hand already. \`${resumeHint}\` takes the hold off.`);
  return shown(toLaneLine(account, lane, now), [
    good(`Held: once the call under way is over, nothing more is sent. \`${resumeHint}\` takes the hold off.`),
  ]);
};

const resume = async (io: Io, account: string, options: LaneOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  if (!isLane(settings, account)) return unknownAccount(settings, account);
  let wasHeld = false;
  let isLost = false;
  const lane = await updateRecord(ports, 'lane', account, (known) => {
    wasHeld = known?.hold != null || known?.catalogueHold != null;
    isLost = known?.hold?.reason === 'ledger-lost';
    return known === undefined || !wasHeld || isLost ? known : resumed(known);
  });
  if (isLost) return waitsForRebuild(account, where);
  if (!wasHeld) return refused(`The lane of ${account} is not held. \`npx bridge lane list\` shows them all.`);
  const rung = account === ADDRESS_LANE ? [...settings.accounts.keys()] : [account];
  for (const one of rung) await ports.events.send({ kind: 'bell', account: one });
  return shown(toLaneLine(account, lane, io.now()), [good('Resumed: what is due goes on.')]);
};

// Whoever took this hold off by hand would let documents be made a second time.
const waitsForRebuild = (account: string, where: Where): Outcome =>
  refused(
    `The lane of ${account} is held because CO3 knows documents that the table has forgotten. ` +
      `\`npx bridge ledger rebuild --account ${account}${whereText(where)}\` reads them back and opens it.`,
  );

const isLane = (settings: Settings, account: string): boolean =>
  account === ADDRESS_LANE || settings.accounts.has(account);

const unknownAccount = (settings: Settings, account: string): Outcome =>
  misused(
    `There is no account \`${account}\` in the settings; ${whatThereIs([account], [...settings.accounts.keys(), "'*' (our address)"])}.`,
  );

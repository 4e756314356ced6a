import { ok } from '../../event/result.ts';
import { type Fault, placeText } from '../../settings/faults.ts';
import { accountSecretSchema, toShopSecretSchema } from '../../settings/secrets.ts';
import type { Settings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import { checkShopsFile } from '../check-shops-file.ts';
import type { Io, Place } from '../io.ts';
import { type PlaceOptions, toWhere, withPlace } from '../options.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { toWebhookUrl } from '../send/webhook-url.ts';
import { findShop, readSettingsText } from '../settings-file.ts';
import { bad } from '../view/block.ts';
import { type Check, fine } from './check.ts';
import { lookAtSecret, type SecretQuestion } from './check-secret.ts';
import { doctorBlocks } from './doctor-blocks.ts';
import { examine, ofAccount, ofShop } from './examine.ts';
import { withAge } from './secret-age.ts';
import { type WriteTestOptions, whyMisused, writeTest } from './write-test.ts';
import { holdsAll, writeTestBlocks } from './write-test-blocks.ts';

interface DoctorOptions extends PlaceOptions, WriteTestOptions {
  readonly shop?: string;
  readonly url?: string;
  readonly json?: boolean;
}

export const addDoctor: Register = (program, use) => {
  const command = program
    .command('doctor')
    .description('look at the settings, the contracts and the secrets, and with --shop at all that a shop needs')
    .option('--shop <shop>', 'this shop and its account: the stack, CO3, the clocks and the webhooks too')
    .option('--url <url>', 'with --shop: the address that its webhooks have to post to (default: whatever host)');
  command
    .option(
      '--write-test',
      'with --shop, in a trial account: make a contact, an invoice and its storno, and read them back',
    )
    .option('--account <account>', 'with --write-test: the account that is meant, which has to be the shop’s')
    .option('--yes', 'with --write-test and --account: do not ask');
  withExample(
    withPlace(command),
    'doctor --local',
    'doctor --shop acme-shop --url https://….amazonaws.com/webhooks/{shop} --stage prod',
    'doctor --shop trial-shop --write-test --settings trial.yml',
  )
    .addHelpText(
      'after',
      '\nWithout --write-test it changes nothing. It shows nothing of a secret.\nExit code: 0 all is good, 1 something is not, 2 wrong use.',
    )
    .action((options: DoctorOptions) => use((io) => doctor(io, options), options));
};

const doctor = async (io: Io, options: DoctorOptions): Promise<Outcome> => {
  const where = toWhere(options);
  const place = await io.place(where);
  if (!place.ok) return place;
  const file = await readSettingsText(io, { settings: options.settings, ofStack: place.value.shopsFile });
  if (!file.ok) return file;
  const settings = checkShopsFile(file.value.yaml);
  if (!settings.ok) return toOutcome(settings.problem.map((fault) => toCheck(fault, file.value.path)));
  const shop = options.shop === undefined ? ok(null) : findShop(settings.value, options.shop);
  if (!shop.ok) return shop;
  const url = options.url === undefined || shop.value === null ? ok(null) : toWebhookUrl(options.url, shop.value.id);
  if (!url.ok) return misused(url.problem);
  const misuse = whyMisused(options, shop.value);
  if (misuse !== undefined) return misuse;
  const secrets: Check[] = [];
  // One after the other: a person waits for the answer, and the store has a pace of its own.
  for (const question of questionsOf(settings.value, options.shop))
    secrets.push(await lookAtSecretAndAge(io, place.value, question));
  const known = [fine('settings and contracts', file.value.path), ...secrets];
  if (shop.value === null) return toOutcome(known);
  const all = { place: place.value, settings: settings.value, shop: shop.value, address: url.value, where };
  const { checks, ports } = await examine(io, all, secrets);
  if (options.writeTest !== true) return toOutcome([...known, ...checks]);
  // Orders come in by webhooks; for what is written to CO3 they do not matter.
  const faults = [...known, ...checks].filter(({ good, what }) => !good && !what.startsWith('webhook'));
  if (ports === null || faults.length > 0)
    return toOutcome([...known, ...checks], 'Nothing was written: mend this first.');
  const report = await writeTest(io, ports, all, options);
  if (!report.ok) return report;
  const good = holdsAll(report.value);
  return shown(
    { good, checks: [...known, ...checks], writeTest: report.value },
    writeTestBlocks(report.value, shop.value.account),
    good ? 0 : 1,
  );
};

const lookAtSecretAndAge = async (io: Io, place: Place, question: SecretQuestion): Promise<Check> => {
  const check = await lookAtSecret(place.secrets, question);
  return check.good ? withAge(check, await place.secretSince(question.name), io.now()) : check;
};

const questionsOf = ({ accounts, shops }: Settings, only: string | undefined): readonly SecretQuestion[] => {
  const chosen = [...shops.values()].filter(({ id }) => only === undefined || id === only);
  const owners = [...accounts.values()].filter(
    ({ id }) => only === undefined || chosen.some(({ account }) => account === id),
  );
  return [
    ...owners.map(({ id, secret }) => ({
      what: ofAccount(id),
      name: secret,
      schema: accountSecretSchema,
      withoutApi: '',
      alsoOf: [],
    })),
    ...chosen.map((shop) => ({
      what: ofShop(shop.id),
      name: shop.secret,
      schema: toShopSecretSchema(platformOf(shop).traits),
      withoutApi: platformOf(shop).traits.withoutApi,
      alsoOf: [...shops.values()]
        .filter(({ id, secret }) => id !== shop.id && secret === shop.secret)
        .map(({ id }) => id),
    })),
  ];
};

const toCheck = ({ path, message }: Fault, file: string): Check => ({
  what: 'settings',
  good: false,
  at: path.length === 0 ? file : placeText(path),
  says: message,
  next: `Mend ${file}.`,
});

const toOutcome = (checks: readonly Check[], more = ''): Outcome => {
  const good = checks.every((check) => check.good);
  return shown({ good, checks }, [...doctorBlocks(checks), ...(more === '' ? [] : [bad(more)])], good ? 0 : 1);
};

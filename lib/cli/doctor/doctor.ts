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
import { type Check, fine } from './check.ts';
import { lookAtSecret, type SecretQuestion } from './check-secret.ts';
import { doctorBlocks } from './doctor-blocks.ts';
import { examine, ofAccount, ofShop } from './examine.ts';
import { withAge } from './secret-age.ts';

interface DoctorOptions extends PlaceOptions {
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
  withExample(
    withPlace(command),
    'doctor --local',
    'doctor --shop acme-shop --url https://….amazonaws.com/webhooks/{shop} --stage prod',
  )
    .addHelpText(
      'after',
      '\nIt changes nothing, and shows nothing of a secret.\nExit code: 0 all is good, 1 something is not, 2 wrong use.',
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
  const secrets: Check[] = [];
  // One after the other: a person waits for the answer, and the store has a pace of its own.
  for (const question of questionsOf(settings.value, options.shop))
    secrets.push(await lookAtSecretAndAge(io, place.value, question));
  const known = [fine('settings and contracts', file.value.path), ...secrets];
  if (shop.value === null) return toOutcome(known);
  const all = { place: place.value, settings: settings.value, shop: shop.value, address: url.value, where };
  return toOutcome([...known, ...(await examine(io, all, secrets))]);
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

const toOutcome = (checks: readonly Check[]): Outcome => {
  const good = checks.every((check) => check.good);
  return shown({ good, checks }, doctorBlocks(checks), good ? 0 : 1);
};

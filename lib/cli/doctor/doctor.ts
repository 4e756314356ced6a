import { type Fault, placeText } from '../../settings/faults.ts';
import { accountSecretSchema, toShopSecretSchema } from '../../settings/secrets.ts';
import type { Settings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import { checkShopsFile } from '../check-shops-file.ts';
import type { Io } from '../io.ts';
import { type PlaceOptions, toWhere, withPlace } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop, readSettingsText } from '../settings-file.ts';
import { type Check, fine } from './check.ts';
import { lookAtSecret, type SecretQuestion } from './check-secret.ts';
import { doctorBlocks } from './doctor-blocks.ts';

interface DoctorOptions extends PlaceOptions {
  readonly shop?: string;
  readonly json?: boolean;
}

export const addDoctor: Register = (program, use) => {
  const command = program
    .command('doctor')
    .description('look at the settings, the contracts and the secrets; nothing of a secret is shown')
    .option('--shop <shop>', 'only this shop and its account (default: all)');
  withExample(withPlace(command), 'doctor --local', 'doctor --shop acme-shop --stage prod').action(
    (options: DoctorOptions) => use((io) => doctor(io, options), options),
  );
};

const doctor = async (io: Io, options: DoctorOptions): Promise<Outcome> => {
  const place = await io.place(toWhere(options));
  if (!place.ok) return place;
  const file = await readSettingsText(io, { settings: options.settings, ofStack: place.value.shopsFile });
  if (!file.ok) return file;
  const settings = checkShopsFile(file.value.yaml);
  if (!settings.ok) return toOutcome(settings.problem.map((fault) => toCheck(fault, file.value.path)));
  if (options.shop !== undefined) {
    const shop = findShop(settings.value, options.shop);
    if (!shop.ok) return shop;
  }
  const secrets: Check[] = [];
  // One after the other: a person waits for the answer, and the store has a pace of its own.
  for (const question of questionsOf(settings.value, options.shop))
    secrets.push(await lookAtSecret(place.value.secrets, question));
  return toOutcome([fine('settings and contracts', file.value.path), ...secrets]);
};

const questionsOf = ({ accounts, shops }: Settings, only: string | undefined): readonly SecretQuestion[] => {
  const chosen = [...shops.values()].filter(({ id }) => only === undefined || id === only);
  const owners = [...accounts.values()].filter(
    ({ id }) => only === undefined || chosen.some(({ account }) => account === id),
  );
  return [
    ...owners.map(({ id, secret }) => ({
      what: `secret of the account ${id}`,
      name: secret,
      schema: accountSecretSchema,
      withoutApi: '',
      alsoOf: [],
    })),
    ...chosen.map((shop) => ({
      what: `secret of the shop ${shop.id}`,
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

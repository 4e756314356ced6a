import { ok, type Result } from '../event/result.ts';
import type { Settings } from '../settings/settings.ts';
import type { Io, Place, Ports, Where } from './io.ts';
import { type PlaceOptions, toWhere } from './options.ts';
import type { Failure } from './outcome.ts';
import { readSettings } from './settings-file.ts';

export interface OpenedPlace {
  readonly where: Where;
  readonly place: Place;
  readonly settings: Settings;
}

export type Opened = OpenedPlace & { readonly ports: Ports };

/** Finds the stack that the options name, with the settings that go with it. */
export const openPlace = async (io: Io, options: PlaceOptions): Promise<Result<OpenedPlace, Failure>> => {
  const where = toWhere(options);
  const place = await io.place(where);
  if (!place.ok) return place;
  const settings = await readSettings(io, { settings: options.settings, ofStack: place.value.shopsFile });
  return settings.ok ? ok({ where, place: place.value, settings: settings.value }) : settings;
};

/** As `openPlace`, with the ledger and the queue. */
export const open = async (io: Io, options: PlaceOptions): Promise<Result<Opened, Failure>> => {
  const opened = await openPlace(io, options);
  return opened.ok ? ok({ ...opened.value, ports: await opened.value.place.open() }) : opened;
};

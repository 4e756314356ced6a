import { randomBytes } from 'node:crypto';
import { InvalidArgumentError } from 'commander';
import { toPerson } from '../dlq/dlq-options.ts';
import type { Io, Where } from '../io.ts';
import { open } from '../open.ts';
import { type PlaceOptions, stageOf, withPlace } from '../options.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';

interface ConsoleOptions extends PlaceOptions {
  readonly port: number;
  readonly open: boolean;
  readonly json?: boolean;
}

export const addConsole: Register = (program, use) => {
  withExample(
    withPlace(
      program
        .command('console')
        .description('the desk in a browser on this machine: see the letters, mend them, let them be tried again')
        .option('--port <port>', 'the port to listen at; without it, one that is free', toPort, 0)
        .option('--no-open', 'only print the address'),
    ),
    'console --local',
    'console --stage prod --port 4100 --no-open',
  ).action((options: ConsoleOptions) => use((io) => serve(io, options), {}));
};

const serve = async (io: Io, options: ConsoleOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  // The other commands start without what it takes to serve pages.
  const { serveDesk } = await import('../../console/serve-desk.ts');
  const names = { stage: stageOf(where), place: placeOf(where), by: toPerson(io) };
  try {
    const desk = await serveDesk({ ...ports, settings, ...names }, options.port, newSecret);
    io.stdout.write(options.json === true ? `${JSON.stringify({ address: desk.address })}\n` : toText(desk.address));
    if (options.open && io.stdout.isTTY) io.browse(desk.address);
    await io.untilStopped();
    await desk.close();
    return shown(null, []);
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
    return refused(`Port ${options.port} is taken. Name another with --port, or leave it out.`);
  }
};

const toText = (address: string): string =>
  `The desk is open at\n  ${address}\nThe address lets one browser in, once. Ctrl+C shuts the desk.\n`;

const newSecret = (): string => randomBytes(32).toString('base64url');

const placeOf = (where: Where): string => (where.kind === 'local' ? 'local' : `${where.stage} · ${where.region}`);

const isTaken = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';

const toPort = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new InvalidArgumentError('A port is 1 to 65535.');
  return port;
};

import { type Command, InvalidArgumentError, Option } from 'commander';
import { toCommandOptions } from '../deliver/alerts/command-options.ts';
import type { Where } from './io.ts';
import { LANGUAGES, type Language } from './view/error-blocks.ts';

export interface PlaceOptions {
  readonly local?: boolean;
  readonly stage: string;
  readonly region: string;
  readonly settings?: string;
}

export interface LangOptions {
  readonly lang: Language;
}

export const withPlace = (command: Command): Command =>
  command
    .option('--local', 'the stack of `npm start` on this machine')
    .option('--stage <stage>', 'the stage that was deployed', 'dev')
    .option('--region <region>', 'the AWS region it was deployed to', 'eu-central-1')
    .option('--settings <shops.yml>', 'other settings than those of the stack or infra/shops.yml');

export const withLang = (command: Command): Command =>
  command.addOption(
    new Option('--lang <lang>', 'language of the headlines and the advice').choices(LANGUAGES).default('en'),
  );

export interface LimitOptions {
  readonly limit: number;
}

/** A table of thousands of rows takes seconds to draw and nobody reads it; `--json` has them all. */
export const withLimit = (command: Command, what: string): Command =>
  command.option('--limit <n>', `show so many ${what}`, toCount, 20);

const toCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a number from 1 on.');
  return Number(text);
};

/** For the help of commands that take a webhook. */
export const TOPIC_SAYS =
  'the webhook’s topic, such as orders/paid or `standard`; docs/shops has those of each kind of shop';

export const toWhere = ({ local, stage, region }: PlaceOptions): Where =>
  local === true ? { kind: 'local' } : { kind: 'aws', stage, region };

/** The stage as markers name it. */
export const stageOf = (where: Where): string => (where.kind === 'local' ? 'local' : where.stage);

/** How the options of a hint have to be for the same stack. */
export const whereText = (where: Where): string => (where.kind === 'local' ? ' --local' : toCommandOptions(where));

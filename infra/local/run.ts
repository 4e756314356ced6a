import { existsSync } from 'node:fs';
import { checkSettings } from './check-settings.ts';
import { aborted, makeEndingSignal } from './ending.ts';
import { HELP, parseOptions, type StackOptions } from './options.ts';
import { type StackParts, startStack } from './stack.ts';
import { toWelcome } from './welcome.ts';

/** Runs the stack until it is told to stop; answers the exit code. */
export const runUntilStopped = async (args: readonly string[], root: string, parts: StackParts): Promise<number> => {
  const options = readOptions(args, root);
  if (typeof options === 'number') return options;
  const faults = await checkSettings(root, options.shopsFile);
  if (faults !== null) {
    complain(faults);
    return 2;
  }
  const ending = makeEndingSignal(process.env['npm_lifecycle_event'] !== undefined);
  try {
    const stack = await startStack(options, { ...parts, say, complain, signal: ending });
    say(toWelcome(stack.addresses, options));
    const how = await Promise.race([aborted(ending), stack.ended]);
    if (how !== undefined) complain(`\`serverless offline\` ended by itself (${how}): run \`npm start\` again`);
    say('\nstopping …');
    await stack.stop();
    return how === undefined ? 0 : 1;
  } catch (problem) {
    if (ending.aborted) return 0;
    complain(`The local stack did not start: ${toMessage(problem)}`);
    complain(
      'Mend what it names and run `npm start` again; `DEBUG=1 npm start` shows everything that is said meanwhile.',
    );
    return 1;
  }
};

const readOptions = (args: readonly string[], root: string): StackOptions | number => {
  try {
    const options = parseOptions(args, process.env, root);
    if (options !== 'help' && !existsSync(options.shopsFile)) {
      complain(
        `There is no file ${options.shopsFile}: SHOPS_FILE names the settings of the shops, infra/local/shops.yml where it is not set.`,
      );
      return 2;
    }
    if (options !== 'help') return options;
    say(HELP);
    return 0;
  } catch (problem) {
    complain(`${toMessage(problem)}\n\n${HELP}`);
    return 2;
  }
};

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const toMessage = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

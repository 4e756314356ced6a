import { Command, CommanderError } from 'commander';
import { toPlainText, toSafeJson } from '../event/plain-text.ts';
import { addAudit } from './audit/audit.ts';
import { addCodes } from './codes/codes.ts';
import { addConsole } from './console/console.ts';
import { addContacts } from './contacts/contacts.ts';
import { addDecode } from './decode/decode.ts';
import { addDlq } from './dlq/dlq.ts';
import { addDoctor } from './doctor/doctor.ts';
import { toFailure } from './failure.ts';
import type { Io } from './io.ts';
import { addLane } from './lane/lane.ts';
import { addLedger } from './ledger/ledger.ts';
import { addOrder } from './order/order.ts';
import { addOrders } from './orders/orders.ts';
import type { Outcome } from './outcome.ts';
import { addForget } from './personal-data/forget.ts';
import { addPersonalData } from './personal-data/personal-data.ts';
import { addPreview } from './preview/preview.ts';
import { addProduct } from './product/product.ts';
import type { Register, Use } from './register.ts';
import { addSchema } from './schema/schema.ts';
import { addSend } from './send/send.ts';
import { render, wantsColor } from './view/render.ts';
import { addWebhooks } from './webhooks/webhooks.ts';

const COMMANDS: readonly Register[] = [
  addPreview,
  addDecode,
  addCodes,
  addSend,
  addOrder,
  addOrders,
  addProduct,
  addLane,
  addDlq,
  addConsole,
  addAudit,
  addLedger,
  addContacts,
  addWebhooks,
  addDoctor,
  addForget,
  addPersonalData,
  addSchema,
];

/** Carries out one command line (without `node` and the program's name); answers the exit code. */
export const run = async (argv: readonly string[], io: Io): Promise<0 | 1 | 2> => {
  let code: 0 | 1 | 2 = 0;
  const use: Use = async (work, { json }) => {
    code = print(await work(io), json === true, io);
  };
  const program = makeProgram(io);
  for (const add of COMMANDS) add(program, use);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (cause) {
    // Commander has said what is wrong with the command line, or shown its help.
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    return print({ ok: false, problem: toFailure(cause) }, false, io);
  }
};

const makeProgram = (io: Io): Command =>
  new Command('bridge')
    .description('From a shop’s order to an invoice in CO3: what would happen, what did, and what waits for a person.')
    .exitOverride()
    .showHelpAfterError('`npx bridge --help` and `npx bridge COMMAND --help` show how.')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(toPlainText(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', '\nExit code: 0 done, 1 nothing to do or refused, 2 wrong use.');

const print = (outcome: Outcome, asJson: boolean, io: Io): 0 | 1 | 2 => {
  if (!outcome.ok) {
    io.stderr.write(`${toPlainText(outcome.problem.text)}\n`);
    return outcome.problem.code;
  }
  const { json, blocks, code } = outcome.value;
  const screen = { color: wantsColor(io.stdout.isTTY, io.env), width: io.stdout.columns };
  io.stdout.write(asJson ? `${toSafeJson(json)}\n` : render(blocks, screen));
  return code;
};

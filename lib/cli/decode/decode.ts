import { readAnswer } from '../../co3/answer.ts';
import type { MethodName } from '../../co3/contract.ts';
import { PLAIN_CONTRACT } from '../../co3/contract.ts';
import { decodeError } from '../../co3/decode.ts';
import type { XmlElement } from '../../co3/xml.ts';
import { whatThereIs } from '../../event/nearest.ts';
import { readInput } from '../input-file.ts';
import type { Io } from '../io.ts';
import { type LangOptions, withLang } from '../options.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { errorBlocks } from '../view/error-blocks.ts';
import { answerBlocks } from './answer-blocks.ts';

interface DecodeOptions extends LangOptions {
  readonly code?: string;
  readonly text?: string;
  readonly method: string;
  readonly json?: boolean;
}

export const addDecode: Register = (program, use) => {
  const command = program
    .command('decode')
    .description('what an answer of CO3 means, and who can mend it')
    .argument('[file]', 'the answer’s body, or - for standard input')
    .option('--code <number>', 'CO3’s number, in place of a file')
    .option('--text <words>', 'CO3’s words')
    .option('--method <method>', 'the call that was answered', 'setInvoice');
  withExample(
    withLang(command),
    'decode answer.xml',
    'decode --code 303 --text "Invalid payment method. Allowed: cash, transfer"',
  ).action((file: string | undefined, options: DecodeOptions) => use((io) => decode(io, file, options), options));
};

const decode = async (io: Io, file: string | undefined, options: DecodeOptions): Promise<Outcome> => {
  const { method, lang } = options;
  if (!isMethod(method))
    return misused(`There is no method ${method}; ${whatThereIs([method], Object.keys(PLAIN_CONTRACT.methods))}.`);
  if ((file === undefined) === (options.code === undefined))
    return misused('Give either a FILE with CO3’s answer or --code with the number it shows.');
  if (file === undefined) return decodeCode(options.code ?? '', options.text ?? '', method, lang);
  const body = await readInput(io, file);
  if (!body.ok) return body;
  const answer = readAnswer(200, body.value, { method, parameters: [] }, PLAIN_CONTRACT);
  const safe = answer.kind === 'data' ? { ...answer, root: withoutKeys(answer.root) } : answer;
  return shown(safe, answerBlocks(safe, lang), safe.kind === 'unreadable' ? 1 : 0);
};

/** An answer to a sign-in holds a session key, which opens the account for minutes. */
const withoutKeys = (element: XmlElement): XmlElement => ({
  ...element,
  text: KEYS.has(element.name) && element.text !== '' ? '…' : element.text,
  children: element.children.map(withoutKeys),
});

const KEYS: ReadonlySet<string> = new Set([PLAIN_CONTRACT.envelope.session_key, PLAIN_CONTRACT.envelope.api_key]);

const decodeCode = (code: string, text: string, method: MethodName, lang: LangOptions['lang']): Outcome => {
  if (!/^\d{1,6}$/.test(code)) return misused('--code takes a number such as 22. `npx bridge codes` lists them all.');
  const error = decodeError(Number(code), text, { method, tags: [] });
  return shown(error, errorBlocks(error, lang));
};

const isMethod = (name: string): name is MethodName => Object.hasOwn(PLAIN_CONTRACT.methods, name);

import type { Bilingual, Co3Error } from '../../co3/codes.ts';
import type { Co3Command } from '../../co3/command.ts';
import type { Contract } from '../../co3/contract.ts';
import { wordsOf } from '../../co3/error-words.ts';
import type { XmlElement } from '../../co3/xml.ts';
import type { BorrowedLane } from '../../deliver/borrow-lane.ts';
import { fail, ok, type Result } from '../../event/result.ts';

/** What CO3 says just now, for the person who mends a letter. Values out of CO3 stand in it as they came. */
export interface AskedFact {
  readonly label: Bilingual;
  readonly value: Bilingual;
  /** The place of the letter that it is about (`settings.contactCategories`); empty where it is about none. */
  readonly path: string;
  /** What CO3 has shown that it takes there. */
  readonly allowed: readonly string[];
}

export interface Asking {
  readonly lane: BorrowedLane;
  readonly contract: Contract;
  /** In ms. */
  readonly now: number;
}

/** A question to CO3, with all that the letter says put in. The problem says why there is no answer. */
export type Question = (asking: Asking) => Promise<Result<readonly AskedFact[], Bilingual>>;

/** A read that brought nothing: CO3's error where it refused with one. */
export interface NotRead {
  readonly error: Co3Error | null;
  readonly text: Bilingual;
}

export const readData = async (lane: BorrowedLane, command: Co3Command): Promise<Result<XmlElement, NotRead>> => {
  const read = await lane.read(command);
  switch (read.kind) {
    case 'data':
      return ok(read.root);
    case 'refused':
      return fail({ error: read.error, text: refusalText(read.error) });
    case 'failed':
      return fail({ error: null, text: { en: read.why, hu: `A CO3 most nem olvasható. ${read.why}` } });
    default:
      return read satisfies never;
  }
};

/** So many of the newest are opened. */
const SOME = 5;

/** The newest of what CO3 has listed, each opened; what cannot be read as such is left out. */
export const openNewest = async <T>(
  lane: BorrowedLane,
  ids: readonly string[],
  toCall: (id: string) => Co3Command,
  parse: (root: XmlElement) => T | undefined,
): Promise<Result<readonly T[], Bilingual>> => {
  const shown: T[] = [];
  for (const id of ids.toSorted((a, b) => Number(b) - Number(a)).slice(0, SOME)) {
    const read = await readData(lane, toCall(id));
    const one = read.ok ? parse(read.value) : undefined;
    if (one !== undefined) shown.push(one);
    // One that went away in the meantime is no reason to give up the others.
    if (!read.ok && read.problem.error === null) return fail(read.problem.text);
  }
  return ok(shown);
};

/** A fact about no place of the letter. */
export const fact = (label: Bilingual, value: string | Bilingual): AskedFact => ({
  label,
  value: typeof value === 'string' ? same(value) : value,
  path: '',
  allowed: [],
});

/** What CO3 takes at a place, each value once; `none` where it shows no value. */
export const allowedFact = (
  label: Bilingual,
  path: string,
  values: readonly string[],
  none: Bilingual = NONE,
): AskedFact => {
  const allowed = [...new Set(values.filter((value) => value !== ''))];
  return { label, value: allowed.length === 0 ? none : same(allowed.join(', ')), path, allowed };
};

export const NONE: Bilingual = { en: 'none', hu: 'nincs' };

const same = (text: string): Bilingual => ({ en: text, hu: text });

const refusalText = (error: Co3Error | null): Bilingual => {
  if (error === null) return { en: 'CO3 has answered without any data.', hu: 'A CO3 válaszában nem volt adat.' };
  const { title } = wordsOf(error);
  const said = `${error.code ?? ''} ${error.name}: ${error.text}`.trim();
  return {
    en: `CO3 does not let that be read. ${title.en} (${said}).`,
    hu: `A CO3 ezt nem engedi kiolvasni. ${title.hu} (${said}).`,
  };
};

import type { Context } from 'hono';
import type { ConsoleEnv, DeskDeps } from '../console-env.ts';
import { readCorrectionForm } from '../correction-form.ts';
import { readLetter } from '../letter-data.ts';
import { type Given, letterPage } from '../pages/letter.ts';

/** Answers with a letter's page, after what a person has asked of it. */
export const showLetter = async (
  c: Context<ConsoleEnv>,
  deps: DeskDeps,
  id: string,
  given: Given | null,
  status: 200 | 409,
): Promise<Response> => {
  const data = await readLetter(deps, id);
  if (data === undefined) return c.notFound();
  const form = await readCorrectionForm(deps, id);
  return c.html(letterPage(c.get('view'), data, form, given), status);
};

import type { Answer } from '../../dead-letters/possible-answers.ts';
import type { AddRoutes } from '../console-env.ts';
import { giveAnswer } from '../give-answer.ts';
import { readLetter } from '../letter-data.ts';
import type { Done } from '../pages/letter.ts';
import { isUnderWay, letterState } from '../parts/letter-state.ts';
import { letterAddress } from '../parts/letter-table.ts';
import { ANSWERS } from '../texts/answers.ts';
import { REFUSALS } from '../texts/refusals.ts';
import { showLetter } from './show-letter.ts';
import { typedOf } from './typed.ts';

export const addLetter: AddRoutes = (app, deps) => {
  app.get('/letters/:id', (c) => {
    const done = toDone(c.req.query('done'));
    return showLetter(c, deps, c.req.param('id'), done === undefined ? null : { kind: 'done', done }, 200);
  });
  app.get('/letters/:id/state', async (c) => {
    const data = await readLetter(deps, c.req.param('id'));
    if (data === undefined) return c.notFound();
    // What can be done is another matter then: the whole page is shown anew.
    if (!isUnderWay(data.record.letter)) c.header('HX-Redirect', letterAddress(data.record.key));
    return c.html(letterState(data, c.get('view').lang));
  });
  app.post('/letters/:id/:answer', async (c) => {
    const answer = toAnswer(c.req.param('answer'));
    if (answer === undefined) return c.notFound();
    const id = c.req.param('id');
    const typed = await typedOf(c);
    const refusal = await giveAnswer(deps, id, answer, typed);
    if (refusal === undefined) return c.redirect(`${letterAddress(id)}?done=${answer}`, 303);
    const text = REFUSALS[c.get('view').lang][refusal];
    return showLetter(c, deps, id, { kind: 'refused', text, typed }, 409);
  });
};

const toAnswer = (text: string): Answer | undefined => KNOWN.find((answer) => answer === text);

const toDone = (text: string | undefined): Done | undefined =>
  [...KNOWN, 'corrected' as const].find((one) => one === text);

const KNOWN = Object.keys(ANSWERS.en) as Answer[];

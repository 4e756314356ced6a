import { askCo3 } from '../../dead-letters/ask-co3.ts';
import type { AddRoutes } from '../console-env.ts';
import { showLetter } from './show-letter.ts';

/** Reads in CO3 what is so just now about a letter's error. */
export const addAsk: AddRoutes = (app, deps) => {
  app.post('/letters/:id/ask', async (c) => {
    const id = c.req.param('id');
    const record = await deps.ledger.read('letter', id);
    if (record === undefined) return c.notFound();
    // Nobody watches while it waits: the page comes when CO3 has answered.
    const asked = await askCo3({ ...deps, say: () => undefined }, deps.settings, record.letter);
    return showLetter(c, deps, id, { kind: 'asked', asked }, 200);
  });
};

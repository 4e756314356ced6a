import { openLines } from '../../dead-letters/open-letters.ts';
import type { AddRoutes } from '../console-env.ts';
import { findLetters, parseFilter } from '../pages/letter-filter.ts';
import { lettersPage } from '../pages/letters.ts';

export const addLetters: AddRoutes = (app, { ledger, settings }) => {
  app.get('/letters', async (c) => {
    const filter = parseFilter(c.req.query());
    const found = findLetters(await openLines(ledger), filter);
    return c.html(lettersPage(c.get('view'), found, filter, [...settings.shops.keys()]));
  });
};

import type { AddRoutes } from '../console-env.ts';
import { lettersPage } from '../pages/letters.ts';

export const addLetters: AddRoutes = (app, { ledger }) => {
  app.get('/letters', async (c) => c.html(lettersPage(c.get('view'), await ledger.letters())));
};

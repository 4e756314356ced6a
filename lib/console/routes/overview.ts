import type { AddRoutes } from '../console-env.ts';
import { overviewPage } from '../pages/overview.ts';

export const addOverview: AddRoutes = (app, { ledger }) => {
  app.get('/', async (c) => c.html(overviewPage(c.get('view'), await ledger.letters())));
};

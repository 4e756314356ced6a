import { toGroups } from '../../dead-letters/groups.ts';
import { openLines } from '../../dead-letters/open-letters.ts';
import type { AddRoutes } from '../console-env.ts';
import { overviewPage } from '../pages/overview.ts';

export const addOverview: AddRoutes = (app, { ledger }) => {
  app.get('/', async (c) => c.html(overviewPage(c.get('view'), toGroups(await openLines(ledger)))));
};

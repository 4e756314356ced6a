import { toGroups } from '../../dead-letters/groups.ts';
import { openLines } from '../../dead-letters/open-letters.ts';
import { readLanes } from '../../deliver/lane-line.ts';
import type { AddRoutes } from '../console-env.ts';
import { toDailyLetters } from '../daily-letters.ts';
import { overviewPage } from '../pages/overview.ts';
import { lanesPart } from '../parts/lanes.ts';

export const addOverview: AddRoutes = (app, { ledger, settings }) => {
  app.get('/', async (c) => {
    const view = c.get('view');
    const [lines, lanes] = await Promise.all([openLines(ledger), readLanes(ledger, settings, view.now)]);
    return c.html(overviewPage(view, { groups: toGroups(lines), daily: toDailyLetters(lines, view.now), lanes }));
  });
  app.get('/lanes', async (c) => {
    const view = c.get('view');
    return c.html(lanesPart(view, await readLanes(ledger, settings, view.now)));
  });
};

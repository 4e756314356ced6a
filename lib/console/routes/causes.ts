import type { Context } from 'hono';
import { draftCorrection } from '../../dead-letters/draft-correction.ts';
import type { Change } from '../../dead-letters/order-changes.ts';
import { type CauseData, readCause } from '../cause-data.ts';
import type { AddRoutes, ConsoleEnv } from '../console-env.ts';
import { toChanges } from '../correction-form.ts';
import { workOnGroup } from '../group-work.ts';
import { makeJobs } from '../jobs.ts';
import { type CauseGiven, causePage, goneCausePage } from '../pages/cause.ts';
import { jobPage, jobState } from '../pages/job.ts';
import { CORRECTION } from '../texts/correction.ts';
import { REFUSALS } from '../texts/refusals.ts';
import { typedOf } from './typed.ts';

/** The letters of a cause, and the work that is done for all of them. */
export const addCauses: AddRoutes = (app, deps) => {
  const jobs = makeJobs(deps.newId);
  const show = async (c: Context<ConsoleEnv>, key: string, given: CauseGiven | null, status: 200 | 409) => {
    const data = await readCause(deps, key);
    const view = c.get('view');
    return data === undefined
      ? c.html(goneCausePage(view))
      : c.html(causePage(view, data, jobs.runningFor(key), given), status);
  };
  const begin = (
    c: Context<ConsoleEnv>,
    { group, ids }: CauseData,
    changes: readonly Change[],
    why: string,
    isRedriven: boolean,
  ) => {
    const letters = { cause: group.cause, ids };
    const job = jobs.start(group.cause, () => workOnGroup(deps, { letters, changes, why, isRedriven }));
    return c.redirect(`/jobs/${job.id}`, 303);
  };
  app.get('/causes/:key', (c) => show(c, c.req.param('key'), null, 200));
  app.post('/causes/:key/redrive', async (c) => {
    const data = await readCause(deps, c.req.param('key'));
    return data === undefined ? c.html(goneCausePage(c.get('view'))) : begin(c, data, [], '', true);
  });
  app.post('/causes/:key/correct', async (c) => {
    const key = c.req.param('key');
    const { lang } = c.get('view');
    const typed = await typedOf(c);
    const data = await readCause(deps, key);
    if (data?.form === undefined)
      return show(c, key, { kind: 'refused', text: REFUSALS[lang]['not-parked'], typed }, 409);
    const changes = toChanges(data.form.places, typed);
    if (changes.length === 0)
      return show(c, key, { kind: 'refused', text: CORRECTION[lang].nothingChanged, typed }, 409);
    const draft = draftCorrection(data.form.correcting, changes);
    if (!draft.ok) return show(c, key, { kind: 'refused', text: REFUSALS[lang][draft.problem.why], typed }, 409);
    if (typed['intent'] !== 'save' && typed['intent'] !== 'redrive')
      return show(c, key, { kind: 'preview', draft: draft.value, typed }, 200);
    // What was seen stood in the oldest order alone.
    const forAll = changes.map(({ path, value }) => ({ path, value }));
    return begin(c, data, forAll, typed['why'] ?? '', typed['intent'] === 'redrive');
  });
  app.get('/jobs/:id', (c) => {
    const job = jobs.find(c.req.param('id'));
    return job === undefined ? c.notFound() : c.html(jobPage(c.get('view'), job));
  });
  app.get('/jobs/:id/state', (c) => {
    const job = jobs.find(c.req.param('id'));
    return job === undefined ? c.notFound() : c.html(jobState(c.get('view'), job));
  });
  app.post('/jobs/:id/stop', (c) => {
    const id = c.req.param('id');
    jobs.stop(id);
    return c.redirect(`/jobs/${encodeURIComponent(id)}`, 303);
  });
};

import { correctLetter } from '../../dead-letters/correct.ts';
import { draftCorrection } from '../../dead-letters/draft-correction.ts';
import { redriveAndRing } from '../../dead-letters/redrive-and-ring.ts';
import type { AddRoutes } from '../console-env.ts';
import { readCorrectionForm, toChanges } from '../correction-form.ts';
import { letterAddress } from '../parts/letter-table.ts';
import { CORRECTION } from '../texts/correction.ts';
import { REFUSALS } from '../texts/refusals.ts';
import { showLetter } from './show-letter.ts';
import { typedOf } from './typed.ts';

/** The form that corrects a letter's order: looks first, then keeps, then redrives. */
export const addCorrect: AddRoutes = (app, deps) => {
  app.post('/letters/:id/correct', async (c) => {
    const id = c.req.param('id');
    const { lang } = c.get('view');
    const typed = await typedOf(c);
    const refuse = (text: string) => showLetter(c, deps, id, { kind: 'refused', text, typed }, 409);
    const form = await readCorrectionForm(deps, id);
    if (form === undefined) return refuse(REFUSALS[lang]['not-parked']);
    const changes = toChanges(form.places, typed);
    if (changes.length === 0) return refuse(CORRECTION[lang].nothingChanged);
    const now = deps.clock.now();
    if (typed['intent'] !== 'save' && typed['intent'] !== 'redrive') {
      const draft = draftCorrection(form.correcting, changes);
      if (!draft.ok) return refuse(REFUSALS[lang][draft.problem.why]);
      return showLetter(c, deps, id, { kind: 'preview', draft: draft.value, typed }, 200);
    }
    const kept = await correctLetter(deps, id, changes, { by: deps.by, why: typed['why'] ?? '' }, now);
    if (!kept.ok) return refuse(REFUSALS[lang][kept.problem.why]);
    if (typed['intent'] === 'save') return c.redirect(`${letterAddress(id)}?done=corrected`, 303);
    const redriven = await redriveAndRing(deps, id, deps.by, now);
    return redriven.ok
      ? c.redirect(`${letterAddress(id)}?done=redrive`, 303)
      : showLetter(c, deps, id, { kind: 'refused', text: REFUSALS[lang][redriven.problem.why], typed: {} }, 409);
  });
};

import type { CorrectDeps } from '../../dead-letters/correct.ts';
import type { Opened } from '../open.ts';
import { stageOf } from '../options.ts';

/** What a correction is read and written with. */
export const toCorrectDeps = ({ ports, settings, where }: Opened): CorrectDeps => ({
  ...ports,
  settings,
  stage: stageOf(where),
});

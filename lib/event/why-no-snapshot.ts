import { IN_ENGLISH } from './in-english.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';

/** Why queue and ledger would not take what a reader made of a shop's words: the places, without their values. Undefined where they would. */
export const whyNoSnapshot = (snapshot: Snapshot): string | undefined => {
  const parsed = snapshotSchema().safeParse(snapshot, IN_ENGLISH);
  return parsed.success
    ? undefined
    : parsed.error.issues
        .slice(0, FAULTS_SHOWN)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ');
};

const FAULTS_SHOWN = 5;

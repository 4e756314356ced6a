/** The first of the places that could not be read, each with what is wrong there: one cause makes many of them. */
export const namedFaults = (faults: readonly string[]): string => faults.slice(0, FAULTS_SHOWN).join('; ');

const FAULTS_SHOWN = 5;

import type { Footing } from '../../co3/contract.ts';

/** How well a name of CO3's is known, for people. */
export const FOOTING: Readonly<Record<Footing, string>> = { D: 'documented', E: 'attested', A: 'assumed' };

import fc from 'fast-check';

// The same cases for each mutant, so that a score can be repeated, and few of them. The first counterexample is enough.
fc.configureGlobal({ seed: 1, endOnFailure: true, interruptAfterTimeLimit: 300 });

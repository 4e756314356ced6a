/** One thing that the bridge decides: the files that decide it, and the tests that have to notice when they decide otherwise. */
export interface DecidingModule {
  readonly name: string;
  readonly why: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

// Only fast tests: each runs for many mutants. What the other fault tests and the model hold besides is not counted.
export const MODULES: readonly DecidingModule[] = [
  {
    name: 'answer',
    why: 'whether CO3 has done what was asked, refused it, or left it open',
    mutate: ['lib/co3/answer.ts', 'lib/co3/answer-errors.ts'],
    tests: ['test/unit/co3/answer.test.ts'],
  },
  {
    name: 'decide',
    why: 'what follows from a call that was not done: a letter, a hold, another try',
    mutate: ['lib/deliver/decide.ts', 'lib/deliver/lane-state.ts', 'lib/co3/cure.ts'],
    tests: ['test/unit/deliver/{decide,lane-state,lane-state-goods}.test.ts', 'test/unit/co3/cure.test.ts'],
  },
  {
    name: 'plan',
    why: 'which document or payment an order needs next',
    mutate: ['lib/deliver/{plan,plan-document,plan-payment,plan-unknown,live-documents}.ts'],
    tests: ['test/unit/deliver/{plan*,live-documents,shop/reading}.test.ts'],
  },
  {
    name: 'merge',
    why: 'which of two snapshots counts',
    mutate: ['lib/deliver/merge.ts'],
    tests: ['test/unit/deliver/merge{,-states}.test.ts'],
  },
  {
    name: 'translate',
    why: 'what an order owes, and in which rows a document says so',
    mutate: ['lib/translate/*.ts'],
    tests: ['test/unit/translate/*.test.ts', 'test/property/{difference,translate}.test.ts'],
  },
  {
    name: 'verify',
    why: 'whether a webhook is the shop’s own',
    mutate: ['lib/shops/signature.ts', 'lib/shops/standard/webhook-signature.ts', 'lib/receive/judge.ts'],
    tests: [
      'test/unit/shops/{signature,standard/webhook-signature}.test.ts',
      'test/unit/receive/receive*.test.ts',
      'test/property/signatures.test.ts',
    ],
  },
  {
    name: 'prove',
    why: 'whether a document without an answer stands in CO3',
    mutate: ['lib/deliver/{look,marker,marker-in-comment,payment-look,proof}.ts'],
    tests: [
      'test/unit/deliver/{look,marker,marker-in-comment,payment-look,proof}.test.ts',
      'test/fault/{proof,read-back}.test.ts',
    ],
  },
  {
    name: 'look-back',
    why: 'what follows from a search in CO3, and which invoice a person may name',
    mutate: ['lib/deliver/look-back.ts'],
    tests: [
      'test/unit/deliver/look-back.test.ts',
      'test/fault/{adopt,late-finds,payment,proof,read-back,search}.test.ts',
    ],
  },
  {
    name: 'codes',
    why: 'what a refusal means: the row of its code, and the fields and values that it points at',
    mutate: ['lib/co3/{decode,tail}.ts'],
    tests: ['test/unit/co3/{decode,tail}.test.ts'],
  },
];

import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { chosen } from './chosen.ts';
import { MODULES } from './modules.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { anew: { type: 'boolean', default: false }, workers: { type: 'string', default: '1' } },
});

// One run of Stryker for each module: with its own tests a mutant takes a second, with all of them a minute.
for (const { name, why, mutate, tests } of chosen(MODULES, positionals)) {
  process.stdout.write(`\n== ${name}: ${why}\n`);
  process.env['MUTATION_TESTS'] = JSON.stringify(tests);
  await new Stryker({
    mutate: [...mutate],
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    // The tests are chosen here and not by Stryker's `testFiles`, with which no static mutant is ever switched on (10.1.1).
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    concurrency: Number(values.workers),
    coverageAnalysis: 'perTest',
    incremental: true,
    force: values.anew,
    incrementalFile: `.stryker/${name}.incremental.json`,
    tempDirName: `.stryker/tmp/${name}`,
    ignorePatterns: ['.stryker', '.local', '.serverless', '.esbuild', 'coverage'],
    // Stryker would rewrite it for its sandbox with an API that TypeScript 7 does not have. Node and vitest strip the types without it.
    tsconfigFile: 'none',
    // A mutant that loops is stopped by the count of its steps; a time would tell more of the machine than of the tests.
    timeoutMS: 60_000,
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `.stryker/${name}.json` },
    htmlReporter: { fileName: `.stryker/${name}.html` },
    thresholds: { high: 90, low: 80, break: 80 },
  }).runMutationTest();
}

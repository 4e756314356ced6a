import { defineConfig } from 'vitest/config';

/** The tests of one deciding module, as `run.ts` has chosen them. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env['MUTATION_TESTS'] ?? '[]'),
    setupFiles: ['test/mutation/one-seed.ts'],
    testTimeout: 30_000,
  },
});

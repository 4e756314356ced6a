import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Each file has its own virtual clock and ports; nothing is shared, so the order of files and tests is free.
    sequence: { shuffle: true },
    testTimeout: 30_000,
  },
});

#!/usr/bin/env node
// JavaScript that Node 20 can run, so that an older Node gets as far as saying what is wrong.
if (process.features.typescript) {
  const { main } = await import('./main.ts');
  await main();
} else {
  process.stderr.write(
    `bridge needs Node 24 and was started with ${process.version}.\n` +
      'Run it as `npx bridge` in the project folder after `npm ci`: that brings the Node it needs along.\n',
  );
  process.exitCode = 2;
}

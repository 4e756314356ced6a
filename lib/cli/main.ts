import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import type { WriteStream } from 'node:tty';
import { fileURLToPath } from 'node:url';
import type { Io, Sink } from './io.ts';
import { makeOpenPlace } from './ports.ts';
import { run } from './run.ts';

/** Carries out the command line of this process. */
export const main = async (): Promise<void> => {
  // Whoever reads us may have seen enough (`bridge codes | head`).
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') process.exit(0);
    throw cause;
  });
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const code = await run(process.argv.slice(2), {
    stdout: toSink(process.stdout),
    stderr: toSink(process.stderr),
    stdin: () => buffer(process.stdin),
    ask,
    env: process.env,
    cwd: process.cwd(),
    root,
    now: () => Date.now(),
    place: makeOpenPlace(root, process.env),
    untilStopped,
    browse,
    post,
  });
  process.exitCode = code;
};

const toSink = (stream: WriteStream): Sink => ({
  write: (text) => {
    stream.write(text);
  },
  isTTY: stream.isTTY === true,
  columns: stream.isTTY === true ? stream.columns : undefined,
});

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

// The address is printed too, so that nothing is lost where no browser can be opened.
const browse = (url: string): void => {
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
};

/** Beside what is printed: that may go into a file. */
const ask: Io['ask'] = async (question) => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await Promise.race([lines.question(question), once(lines, 'close').then(() => '')]);
  } finally {
    lines.close();
  }
};

const ANSWER_WITHIN_MS = 15_000;

const post: Io['post'] = async (url, headers, body) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return { status: answer.status, body: await answer.text() };
};

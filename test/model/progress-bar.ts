import type { WriteStream } from 'node:tty';

const WIDTH = 40;

/** A bar on a terminal; nothing where the output goes elsewhere. */
export const progressBar = (out: WriteStream, total: number): { step(): void; end(): void } => {
  let done = 0;
  const draw = (): void => {
    const filled = Math.min(WIDTH, Math.floor((WIDTH * done) / total));
    // A story that is made smaller runs many more times.
    const count = done > total ? `${total}, making it smaller: ${done - total}` : `${done} of ${total}`;
    out.write(`\r[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${count} `);
  };
  return {
    step: () => {
      done += 1;
      if (out.isTTY && (done % 10 === 0 || done === total)) draw();
    },
    end: () => {
      if (out.isTTY) out.write('\n');
    },
  };
};

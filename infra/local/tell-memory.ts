import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { threadId } from 'node:worker_threads';

/** A line of output each time: what an instance of a function holds after a collection. */
export interface MemoryLine {
  readonly memory: string;
  readonly thread: number;
  readonly heapMb: number;
}

export const tellMemory = (functionName: string, everyMs: number): void => {
  // The flag makes no difference but that there is a function to call.
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('there is no collector to call');
  const tell = (): void => {
    collect();
    const heapMb = Number((process.memoryUsage().heapUsed / 1_048_576).toFixed(2));
    const line: MemoryLine = { memory: functionName, thread: threadId, heapMb };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  setInterval(tell, everyMs).unref();
};

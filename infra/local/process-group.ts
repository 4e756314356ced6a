import { setTimeout as wait } from 'node:timers/promises';

const CHECK_MS = 20;

/** Asks every process of the group to end, and makes those that have not ended after a while. */
export const endGroup = async (group: number, patienceMs: number): Promise<void> => {
  signalGroup(group, 'SIGTERM');
  if (await isGone(group, patienceMs)) return;
  signalGroup(group, 'SIGKILL');
  await isGone(group, patienceMs);
};

/** Ends every process of the group on the spot, as a machine that dies does. */
export const killGroup = (group: number): void => {
  signalGroup(group, 'SIGKILL');
};

/** Whether the group is gone, at once or after a while. */
const isGone = async (group: number, patienceMs: number): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += CHECK_MS) {
    if (!signalGroup(group, 0)) return true;
    await wait(CHECK_MS);
  }
  return false;
};

/** Signal 0 only asks; whether there is a process left. */
const signalGroup = (group: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
};

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * What is wrong with the settings, in the words of the bridge; null where nothing is. The bridge is asked as a program of its own, since
 * nothing here shares its code.
 */
export const checkSettings = async (root: string, shopsFile: string): Promise<string | null> => {
  try {
    await promisify(execFile)(process.execPath, [`${root}/infra/check-settings.ts`, shopsFile]);
    return null;
  } catch (cause) {
    const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    return stderr === '' ? `${shopsFile} could not be checked: ${String(cause)}` : stderr;
  }
};

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** With the process that made it, so that whoever finds it knows whether it is still needed. */
const NAME = /^konsul-demo-(\d+)-\w+$/;

/** Makes the directory of a demo that runs in this process. */
export function makeDemoDirectory(parent: string, processId: number): Promise<string> {
  return mkdtemp(join(parent, `konsul-demo-${processId}-`));
}

/**
 * Removes what demos left behind that were killed before they could clean up. What cannot be removed,
 * because it is another user's, stays.
 *
 * @param isRunning whether there is a process of this id.
 */
export async function removeLeftovers(
  parent: string,
  isRunning: (processId: number) => boolean = isProcess,
): Promise<void> {
  for (const name of await readdir(parent)) {
    const processId = NAME.exec(name)?.[1];
    if (processId === undefined || isRunning(Number(processId))) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isProcess(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user is one too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

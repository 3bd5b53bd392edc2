import { open, readFile, rm } from 'node:fs/promises';
import type { DiskLock } from '../disk.js';

/** What a lock file holds: enough to tell a live holder from a dead one whose id was given away. */
interface Holder {
  readonly pid: number;
  readonly startedAtTicks: string;
}

/** Takes a lock file, or takes it over from a process that no longer exists. */
export async function lockFile(path: string): Promise<DiskLock> {
  const holder: Holder = { pid: process.pid, startedAtTicks: await processStartTicks(process.pid) };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(path, 'wx', 0o640);
      await handle.writeFile(JSON.stringify(holder));
      await handle.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const current = await readHolder(path);
      if (current !== undefined && (await isRunning(current))) throw lockedError(path, current.pid);
      await rm(path, { force: true });
    }
  }
  throw lockedError(path, undefined);
}

function lockedError(path: string, pid: number | undefined): Error {
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return Object.assign(new Error(`[LOCKED] ${path} is held by ${holder}`), { code: 'LOCKED' });
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number'
      ? { pid: holder.pid, startedAtTicks: String(holder.startedAtTicks ?? '') }
      : undefined;
  } catch {
    return undefined;
  }
}

async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const ticks = await processStartTicks(holder.pid);
  return ticks === '' || holder.startedAtTicks === '' || ticks === holder.startedAtTicks;
}

/** Field 22 of /proc/PID/stat, or an empty string on systems that have none. */
async function processStartTicks(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

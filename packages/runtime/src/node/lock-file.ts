import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import type { DiskLock } from '../disk.js';

/** What a lock file holds: enough to tell a live holder from a dead one whose id was given away. */
interface Holder {
  readonly pid: number;
  readonly startedAtTicks: string;
}

const ATTEMPT_COUNT = 3;

/**
 * Takes a lock file, or takes it over from a process that no longer exists.
 *
 * @remarks The content is written to a name of its own and then linked, so that nobody ever reads
 * a lock that does not yet name its holder.
 */
export async function lockFile(path: string): Promise<DiskLock> {
  const holder: Holder = { pid: process.pid, startedAtTicks: await processStartTicks(process.pid) };
  const candidate = `${path}.${randomUUID()}`;
  await writeFile(candidate, JSON.stringify(holder), { flag: 'wx', mode: 0o640 });
  try {
    for (let attempt = 0; attempt < ATTEMPT_COUNT; attempt += 1) {
      if (await tookName(candidate, path)) return createLock(path);
      const current = await readHolder(path);
      if (current === 'none') continue;
      if (current !== 'unclear' && (await isRunning(current))) throw lockedError(path, current.pid);
      await removeStale({ path, dead: current, candidate });
    }
  } finally {
    await rm(candidate, { force: true });
  }
  throw lockedError(path, undefined);
}

function createLock(path: string): DiskLock {
  let isReleased = false;
  return {
    async release(): Promise<void> {
      // A second release must not remove the lock of whoever came after us.
      if (isReleased) return;
      isReleased = true;
      await rm(path, { force: true });
    },
  };
}

/** @returns false when the name is taken. */
async function tookName(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Removes a dead holder's lock. Only one process at a time may, by a second lock beside the first,
 * and it looks again before it does: otherwise a slow one would remove the lock of its successor.
 */
async function removeStale({ path, dead, candidate }: StaleLock): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await tookName(candidate, guard))) {
    const guardian = await readHolder(guard);
    if (guardian === 'none') return;
    if (guardian !== 'unclear' && (await isRunning(guardian)))
      throw lockedError(path, guardian.pid);
    // It died during its takeover. The next attempt starts over.
    await rm(guard, { force: true });
    return;
  }
  try {
    const current = await readHolder(path);
    if (isSameHolder(current, dead)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

function isSameHolder(left: Holder | string, right: Holder | string): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return left.pid === right.pid && left.startedAtTicks === right.startedAtTicks;
}

interface StaleLock {
  readonly path: string;
  /** Who was found to hold it. */
  readonly dead: Holder | 'unclear';
  /** A file that names us. */
  readonly candidate: string;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function lockedError(path: string, pid: number | undefined): Error {
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return Object.assign(new Error(`[LOCKED] ${path} is held by ${holder}`), { code: 'LOCKED' });
}

/** `unclear`: there is a file, and it names nobody. `none`: there is no file. */
async function readHolder(path: string): Promise<Holder | 'unclear' | 'none'> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'none';
    throw error;
  }
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    return typeof holder.pid === 'number'
      ? { pid: holder.pid, startedAtTicks: String(holder.startedAtTicks ?? '') }
      : 'unclear';
  } catch {
    return 'unclear';
  }
}

async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return hasCode(error, 'EPERM');
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

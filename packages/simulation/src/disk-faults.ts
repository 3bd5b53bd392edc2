import type { Undo } from './network-faults.js';

/** What a disk is asked to do. */
export type DiskOperation =
  | 'open'
  | 'read'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'rename'
  | 'remove'
  | 'syncDirectory';

/** Operations that fail. */
export interface DiskFault {
  readonly operation: DiskOperation;
  readonly code: 'EIO' | 'ENOSPC';
  /** Only paths that contain this text. Default all. */
  readonly pathPart?: string;
  /** How many matching operations pass first. Default 0: the next one fails. */
  readonly passCount?: number;
  /** How many fail then. Default all until undone. */
  readonly failCount?: number;
}

interface ActiveFault {
  readonly fault: DiskFault;
  seenCount: number;
}

/** Which operations fail, counted as they come. */
export class DiskFaults {
  #active: ActiveFault[] = [];

  inject(fault: DiskFault): Undo {
    const active: ActiveFault = { fault, seenCount: 0 };
    this.#active.push(active);
    return () => {
      this.#active = this.#active.filter((other) => other !== active);
    };
  }

  /** Counts one operation. @returns the code it fails with, or undefined when it works. */
  next(operation: DiskOperation, path: string): DiskFault['code'] | undefined {
    let code: DiskFault['code'] | undefined;
    for (const active of this.#active) {
      const { fault } = active;
      if (fault.operation !== operation || !path.includes(fault.pathPart ?? '')) continue;
      const index = active.seenCount - (fault.passCount ?? 0);
      active.seenCount += 1;
      if (index >= 0 && index < (fault.failCount ?? Number.POSITIVE_INFINITY)) code ??= fault.code;
    }
    return code;
  }
}

/** An error as the file system of the machine would raise it. */
export function diskError(code: string, operation: string, path: string): Error {
  const texts: Record<string, string> = {
    ENOENT: 'no such file or directory',
    EBADF: 'bad file descriptor',
    EIO: 'input/output error',
    ENOSPC: 'no space left on device',
  };
  return Object.assign(new Error(`${code}: ${texts[code] ?? 'failed'}, ${operation} '${path}'`), {
    code,
  });
}

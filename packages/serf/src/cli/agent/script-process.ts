import type { ChildProcess, spawn } from 'node:child_process';

/** What is run, and what it is told. */
export interface ScriptRequest {
  readonly script: string;
  /** Beside the environment of this process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input: Uint8Array;
}

/** How a script ended. */
export interface ScriptResult {
  /** The last of what it wrote to standard output and standard error. */
  readonly output: Uint8Array;
  /** Bytes it wrote in all. */
  readonly outputBytes: number;
  /** Why it failed; undefined when it did not. */
  readonly failure: string | undefined;
}

/** A script that runs. */
export interface ScriptProcess {
  readonly result: Promise<ScriptResult>;
  /** Ends it and everything in its process group; what it wrote is read no further. */
  kill(): void;
}

/** Output beyond this is lost, from its beginning. Source: Serf's agent. */
export const SCRIPT_OUTPUT_BYTES_MAX: number = 8 * 1024;

/** Runs a script in the system's shell, in a process group of its own. */
export function startScript(spawnProcess: typeof spawn, request: ScriptRequest): ScriptProcess {
  const { script, environment, input } = request;
  const isWindows = process.platform === 'win32';
  const [shell, option] = isWindows ? ['cmd', '/C'] : ['/bin/sh', '-c'];
  const child = spawnProcess(shell, [option, script], {
    env: { ...process.env, ...environment },
    detached: !isWindows,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const tail = new OutputTail();
  child.stdout?.on('data', (bytes: Uint8Array) => tail.add(bytes));
  child.stderr?.on('data', (bytes: Uint8Array) => tail.add(bytes));
  // A script need not read what it is told.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const kill = (): void => {
    killGroup(child, isWindows);
    // What has left the group may hold on to them, and nobody waits for that.
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  return { result: resultOf(child, tail), kill };
}

function resultOf(child: ChildProcess, tail: OutputTail): Promise<ScriptResult> {
  return new Promise((resolve) => {
    const end = (failure: string | undefined): void => {
      resolve({ output: tail.bytes(), outputBytes: tail.totalBytes, failure });
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => {
      if (signal !== null) end(`signal: ${signal}`);
      else end(code === 0 ? undefined : `exit status ${code}`);
    });
  });
}

function killGroup(child: ChildProcess, isWindows: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}

/** The last bytes of what came. */
class OutputTail {
  totalBytes = 0;
  #bytes: Buffer = Buffer.alloc(0);

  add(bytes: Uint8Array): void {
    this.totalBytes += bytes.length;
    this.#bytes = Buffer.concat([this.#bytes, bytes]).subarray(-SCRIPT_OUTPUT_BYTES_MAX);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

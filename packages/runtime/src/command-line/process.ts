/** Signals that a command may react to. */
export type ProcessSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** What every command has of its process; faked in tests. */
export interface CommandProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes text or bytes as they are. */
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** @returns how to stop listening. */
  readonly onSignal: (listener: (signal: ProcessSignal) => void) => () => void;
}

const SIGNALS: readonly ProcessSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** As much of Node's `process` as is used. */
interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  on(signal: ProcessSignal, listener: () => void): unknown;
  off(signal: ProcessSignal, listener: () => void): unknown;
  exit(): void;
}

interface OutputStream {
  write(text: string | Uint8Array): unknown;
  on(event: 'error', listener: (error: Error & { readonly code?: string }) => void): unknown;
}

/**
 * This process as the place where a command runs; call it once, when the program begins.
 *
 * Whoever reads the output may have seen enough (`konsul info | head`) or have closed the terminal:
 * that is no failure. The process then ends with the exit code that it has, at once if no command
 * listens for signals; otherwise those that do get SIGTERM, and clean up. Other errors of the output
 * are thrown.
 */
export function commandProcess(node: NodeProcess = process): CommandProcess {
  const listeners = new Set<(signal: ProcessSignal) => void>();
  // Every further line fails like the first one that did.
  let isReaderGone = false;
  const endWithReader = (error: Error & { readonly code?: string }): void => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    if (isReaderGone) return;
    isReaderGone = true;
    if (listeners.size === 0) node.exit();
    for (const listener of [...listeners]) listener('SIGTERM');
  };
  node.stdout.on('error', endWithReader);
  node.stderr.on('error', endWithReader);
  return {
    env: node.env,
    stdout: (text) => void node.stdout.write(text),
    stderr: (text) => void node.stderr.write(text),
    onSignal(listener) {
      const handlers = SIGNALS.map((signal) => [signal, () => listener(signal)] as const);
      for (const [signal, handler] of handlers) node.on(signal, handler);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        for (const [signal, handler] of handlers) node.off(signal, handler);
      };
    },
  };
}

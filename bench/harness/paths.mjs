import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command that runs one of our own processes, beside the module that asks. */
export function nodeCommand(relativePath, moduleUrl, flags = []) {
  const script = fileURLToPath(new URL(relativePath, moduleUrl));
  return [process.execPath, ...flags, script].join(' ');
}

/** Lends a directory of its own, and removes it whatever happens. */
export async function withDirectory(use) {
  const directory = mkdtempSync(join(tmpdir(), 'konsul-bench-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

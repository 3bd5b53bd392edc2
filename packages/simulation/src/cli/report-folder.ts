import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

/**
 * Makes a folder with those above it, and sees that files can be written in it, before hours are
 * spent on what would be written there.
 *
 * Each level is made by itself: Node's own recursive way never ends where the system makes none,
 * under `/proc` for one.
 */
export function makeReportFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const at of missing) mkdirSync(at);
  // The system's own words for what stands in the way.
  if (!statSync(folder).isDirectory()) mkdirSync(folder);
  const probe = join(folder, `.konsul-sim-${process.pid}`);
  writeFileSync(probe, '');
  rmSync(probe);
}

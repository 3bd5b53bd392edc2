import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** Where reports are kept, from the bundle's place. */
const REPORT_FOLDER: URL = new URL('../../docs/experiments/', import.meta.url);

/** A picture of a report. */
export interface Picture {
  readonly name: string;
  readonly svg: string;
}

/** Writes `<name>.md` and its pictures, and says where they are. */
export function writeReport(
  name: string,
  parts: readonly string[],
  pictures: readonly Picture[],
): string {
  mkdirSync(REPORT_FOLDER, { recursive: true });
  for (const picture of pictures) {
    writeFileSync(new URL(`${name}-${picture.name}.svg`, REPORT_FOLDER), picture.svg);
  }
  writeFileSync(new URL(`${name}.md`, REPORT_FOLDER), `${parts.join('\n\n')}\n`);
  return `docs/experiments/${name}.md`;
}

/** The line of a report that shows a picture. */
export function show(report: string, name: string, alt: string): string {
  return `![${alt}](${report}-${name}.svg)`;
}

/** A table; all cells are text already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The commit that was measured, as short as it can be. */
export function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

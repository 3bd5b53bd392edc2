import { readFileSync } from 'node:fs';

/** Where the data files are, from the bundle's place. */
export const DATA_FOLDER: URL = new URL('../data/', import.meta.url);

/** A published table: one record per line, by the names in the first. */
export function readTable(name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(name, DATA_FOLDER), 'utf8');
  const [head = '', ...lines] = text.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((key, index) => [key, cells[index] ?? '']));
  });
}

/** A row of a printed table: entries by the titles of their columns. */
export type TableRow = Readonly<Record<string, string>>;

/** Reads a table as commands print it: columns apart by two spaces or more, titles first. */
export function parseTable(text: string): readonly TableRow[] {
  const [titles = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/ {2,}/));
  return rows.map((row) =>
    Object.fromEntries(titles.map((title, column) => [title, row[column] ?? ''])),
  );
}

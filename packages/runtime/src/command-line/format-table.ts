/**
 * Columns as Consul and Serf print them: each as wide as its widest entry, two spaces between, nothing
 * behind the last one. Ends without a line end.
 */
export function formatTable(rows: readonly (readonly string[])[], gapWidth = 2): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, entry] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(entry));
    }
  }
  return rows
    .map((row) =>
      row
        .map((entry, column) =>
          column === row.length - 1
            ? entry
            : entry + ' '.repeat((widths[column] ?? 0) + gapWidth - widthOf(entry)),
        )
        .join(''),
    )
    .join('\n');
}

/** Characters, not code units. */
function widthOf(entry: string): number {
  return [...entry].length;
}

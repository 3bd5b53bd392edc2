/**
 * Columns as wide as their widest entry, two spaces between, nothing behind the last one. Ends
 * without a line end.
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, entry] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(entry));
    }
  }
  return rows.map((row) => formatRow(row, widths)).join('\n');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((entry, column) => {
      const gap = (widths[column] ?? 0) + 2 - widthOf(entry);
      return column === row.length - 1 ? entry : entry + ' '.repeat(gap);
    })
    .join('');
}

/** Characters, not code units. */
function widthOf(entry: string): number {
  return [...entry].length;
}
